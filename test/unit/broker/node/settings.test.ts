import { describe, expect, test } from "vitest";
import { nodeSettingTable, readVariables } from "../../../../src/broker/node/node-settings.ts";
import { parseCommand, usage } from "../../../../src/broker/node/parse-command.ts";
import { parseSettings } from "../../../../src/broker/settings/parse-settings.ts";
import { SettingsError } from "../../../../src/broker/settings/problem.ts";

describe("settings of a server", () => {
  const read = (storeUrl: string) =>
    parseSettings({ timekitApiKey: "key", allowedOrigins: "https://a.example", storeUrl }, nodeSettingTable)
      .storeUrl;

  test.each([
    "redis://store.example",
    "redis://store.example/",
    "redis://127.0.0.1:7000/3",
    "redis://[::1]:7000",
    "redis://:p%40ss%25@store.example",
    "rediss://me:pass@store.example",
  ])("%s is an address of a store", (storeUrl) => {
    expect(read(storeUrl)).toBe(storeUrl);
  });

  test.each([
    "zq7",
    "http://zq7.example",
    "xredis://zq7.example",
    "redis:///zq7",
    "redis:///1",
    "redis://zq7.example/one",
    "redis://zq7.example/1/2",
    "redis://zq7.example?db=1",
    "redis://zq7.example#1",
    "redis://zq7@store.example",
    "redis://:zq7%@store.example",
  ])("%s is none, and the line that says so does not repeat it", (storeUrl) => {
    expect(() => read(storeUrl)).toThrow(/^STORE_URL (?!.*zq7)[^\n]+\.$/);
  });
});

describe("environment variables", () => {
  const files = new Map([["/run/secrets/key", "key-from-a-file\n"]]);

  const readFile = (path: string): string => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`ENOENT: ${path}`);
    return text;
  };

  const read = (variables: Record<string, string>) => readVariables({ variables, readFile });

  test("a setting has the name of its variable in camelCase", () => {
    expect(read({ TIMEKIT_API_KEY: "a", UPSTREAM_TIMEOUT_MS: "5", PATH: "/usr/bin" })).toMatchObject({
      timekitApiKey: "a",
      upstreamTimeoutMs: "5",
    });
    expect(read({ PATH: "/usr/bin" })).not.toHaveProperty("path");
  });

  test.each(["TIMEKIT_API_KEY", "TIMEKIT_API_KEY_NEXT", "METRICS_TOKEN", "STORE_URL"])(
    "the secret %s may be in a file",
    (name) => {
      expect(Object.values(read({ [`${name}_FILE`]: "/run/secrets/key" }))).toContain("key-from-a-file\n");
    },
  );

  test("what is no secret is not read from files", () => {
    expect(read({ HOST_FILE: "/run/secrets/key" })).toMatchObject({ host: undefined });
  });

  test.each([
    ["cannot be read", { TIMEKIT_API_KEY_FILE: "/nowhere/zq7" }],
    ["both given", { TIMEKIT_API_KEY_FILE: "/run/secrets/key", TIMEKIT_API_KEY: "zq7" }],
  ])("a file that %s is named without its path", (words, variables) => {
    const problem = findProblem(variables);
    expect(problem).toContain("TIMEKIT_API_KEY_FILE");
    expect(problem).toContain(words);
    expect(problem).not.toContain("zq7");
  });

  const findProblem = (variables: Record<string, string>): string => {
    try {
      read(variables);
      return "";
    } catch (error) {
      return error instanceof SettingsError ? error.message : String(error);
    }
  };
});

describe("the command line", () => {
  test.each([
    [[], { kind: "serve" }],
    [["--check"], { kind: "check", resourceIds: [], days: 0 }],
    [["--check", "abc"], { kind: "check", resourceIds: ["abc"], days: 0 }],
    [["--check", "abc", "--days", "30", "def"], { kind: "check", resourceIds: ["abc", "def"], days: 30 }],
    [["--check", "--days"], { kind: "unknown" }],
    [["--check", "--days", "soon"], { kind: "unknown" }],
    [["--check", "--dayz", "3"], { kind: "unknown" }],
    [["--check", "--days", "1", "--days", "2"], { kind: "unknown" }],
    [
      ["--probe", "https://b.example", "--origin", "https://a.example", "abc"],
      { kind: "probe", brokerUrl: "https://b.example", origin: "https://a.example", resourceId: "abc" },
    ],
    [
      ["--probe", "--origin", "https://a.example", "https://b.example", "abc"],
      { kind: "probe", brokerUrl: "https://b.example", origin: "https://a.example", resourceId: "abc" },
    ],
    [["--probe", "https://b.example", "abc"], { kind: "unknown" }],
    [["--probe", "https://b.example", "abc", "--origin"], { kind: "unknown" }],
    [["--probe", "https://b.example", "--origin", "https://a.example"], { kind: "unknown" }],
    [["--probe", "https://b.example", "--origin", "https://a.example", "abc", "def"], { kind: "unknown" }],
    [["--help"], { kind: "help" }],
    [["--help", "me"], { kind: "unknown" }],
    [["--chekc"], { kind: "unknown" }],
    [["serve"], { kind: "unknown" }],
  ])("the words %j", (words, command) => {
    expect(parseCommand(words)).toEqual(command);
  });

  test("the usage has a line for each way to call it", () => {
    expect(usage).toMatch(
      /^timekit-broker +serve.*\ntimekit-broker --check \[ID\.\.\.\] [^]*\ntimekit-broker --probe URL --origin ORIGIN ID\n/,
    );
  });
});
