import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A local Discord and its bot take a moment to meet on a busy machine.
    testTimeout: 20_000,
  },
});
