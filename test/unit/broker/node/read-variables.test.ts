import { expect, test } from "vitest";
import { readVariables } from "../../../../src/broker/node/read-variables.ts";
import { SettingsError } from "../../../../src/broker/settings/problem.ts";

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
