import { describe, expect, test } from "vitest";
import { readEnvironment } from "../../../../demo/server/read-environment.ts";

const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";

describe("the demo's environment", () => {
  test.each([
    ["nothing", {}, { pagePorts: [5180, 0] }],
    ["a port", { PORT: "4000" }, { pagePorts: [4000] }],
    [
      "a real account",
      { TIMEKIT_API_KEY: "key", TIMEKIT_RESOURCE_ID: resourceId },
      { pagePorts: [5180, 0], real: { apiKey: "key", resourceId } },
    ],
  ])("with %s is understood", (_, variables, expected) => {
    expect(readEnvironment(variables)).toEqual(expected);
  });

  test.each([
    ["a port that is no number", { PORT: "http" }, "PORT"],
    ["a port beyond the last", { PORT: "65536" }, "PORT"],
    ["a key alone", { TIMEKIT_API_KEY: "canary" }, "TIMEKIT_RESOURCE_ID"],
    ["a resource alone", { TIMEKIT_RESOURCE_ID: resourceId }, "TIMEKIT_API_KEY"],
    ["a resource that is no UUID", { TIMEKIT_API_KEY: "canary", TIMEKIT_RESOURCE_ID: "canary" }, "UUID"],
  ])("with %s is refused by name, without the value", (_, variables, named) => {
    expect(() => readEnvironment(variables)).toThrow(named);
    expect(() => readEnvironment(variables)).not.toThrow("canary");
  });
});
