import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/packed.ts"],
    setupFiles: ["test/setup.ts"],
    // No module keeps state, so that files may share them: to load them anew for each took longer than the tests.
    isolate: false,
    // A worker for each core, where the default leaves one free: most tests wait for sockets and processes.
    maxWorkers: "100%",
    // A local Discord and its bot take a moment to meet on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
