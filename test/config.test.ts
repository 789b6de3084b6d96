import { expect, test } from "vitest";
import { ConfigError, readConfig, takeNoArguments } from "../src/config.ts";

const read = (env: Record<string, string>) => readConfig(env, "data");
const faults = (env: Record<string, string>) => {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
};

test("nothing has to be set, and an empty variable is as good as none", () => {
  const usual = read({});
  expect(usual).toMatchObject({
    token: null,
    store: null,
    shards: null,
    metrics: null,
    dataFile: ":memory:",
  });
  expect(read({ STORE: "", SHARDS: "", METRICS_PORT: "", QUESTIONS: "" })).toEqual(usual);
});

test("what is set is read", () => {
  const env = {
    DISCORD_TOKEN: "t",
    STORE: "redis://h:1/2",
    SHARDS: "8-11",
    SHARD_COUNT: "16",
    METRICS_PORT: "9464",
  };
  expect(read(env)).toMatchObject({
    token: "t",
    dataFile: "feuilleton.sqlite",
    store: "redis://h:1/2",
    shards: { total: 16, ids: [8, 9, 10, 11] },
    metrics: { host: "127.0.0.1", port: 9464 },
  });
  expect(read({ SHARD_COUNT: "2" }).shards).toEqual({ total: 2, ids: [0, 1] });
  expect(read({ SHARDS: "3", SHARD_COUNT: "4" }).shards).toEqual({ total: 4, ids: [3] });
  expect(read({ METRICS_PORT: "1", METRICS_HOST: "0.0.0.0" }).metrics?.host).toBe("0.0.0.0");
});

test("each fault is one line with its variable and its fix", () => {
  expect(
    faults({
      DISCORD_TOKEN: "a b",
      STORE: "mysql://x",
      METRICS_PORT: "99999",
      SHARD_COUNT: "0",
      QUESTIONS: "-1",
    }),
  ).toEqual([
    expect.stringMatching(/^environment: DISCORD_TOKEN: .+copy/),
    expect.stringMatching(/^environment: STORE: .+leave it out/),
    expect.stringMatching(/^environment: SHARD_COUNT: .+write/),
    expect.stringMatching(/^environment: METRICS_PORT: .+take one/),
    expect.stringMatching(/^environment: QUESTIONS: .+0 is no limit/),
  ]);
  expect(faults({ SHARDS: "0-3" })).toEqual([expect.stringContaining("SHARD_COUNT: is missing")]);
  expect(faults({ SHARDS: "0-4", SHARD_COUNT: "4" })).toEqual([
    expect.stringContaining("SHARDS: goes beyond"),
  ]);
  expect(faults({ SHARDS: "3-1", SHARD_COUNT: "4" })).toEqual([expect.stringContaining("backwards")]);
});

test("an argument that nobody reads is told in one line, with what can be set", () => {
  expect(() => takeNoArguments([])).not.toThrow();
  expect(() => takeNoArguments(["--locale", "fr"])).toThrow(ConfigError);
  expect(() => takeNoArguments(["--locale", "fr"])).toThrow(
    /^command line: --locale fr: .*\.env\.example.*$/,
  );
});
