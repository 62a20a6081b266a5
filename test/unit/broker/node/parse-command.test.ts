import { expect, test } from "vitest";
import { parseCommand, usage } from "../../../../src/broker/node/parse-command.ts";

test.each([
  [[], { kind: "serve" }],
  [["--check"], { kind: "check", resourceId: undefined }],
  [["--check", "abc"], { kind: "check", resourceId: "abc" }],
  [["--help"], { kind: "help" }],
  [["--check", "abc", "def"], { kind: "unknown" }],
  [["--help", "me"], { kind: "unknown" }],
  [["--chekc"], { kind: "unknown" }],
  [["serve"], { kind: "unknown" }],
])("the words %j", (words, command) => {
  expect(parseCommand(words)).toEqual(command);
});

test("the usage has a line for each way to call it", () => {
  expect(usage).toMatch(/^timekit-broker +serve.*\ntimekit-broker --check \[resource id\] .*\n\n/);
});
