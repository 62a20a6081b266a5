import { expect, test } from "vitest";
import { decidePause, longestPauseMs } from "../../../../../src/broker/node/redis/decide-pause.ts";
import { encodeCommand } from "../../../../../src/broker/node/redis/encode-command.ts";
import { ErrorReply, toList, toNumbers } from "../../../../../src/broker/node/redis/reply.ts";
import { StoreFailure, toFailureReason } from "../../../../../src/broker/node/redis/store-failure.ts";

test.each([
  [["PING"], "*1\r\n$4\r\nPING\r\n"],
  [["SET", "a", ""], "*3\r\n$3\r\nSET\r\n$1\r\na\r\n$0\r\n\r\n"],
  [["GET", "😀"], "*2\r\n$3\r\nGET\r\n$4\r\n😀\r\n"],
])("the command %j is sent with its lengths in bytes", (words, text) => {
  expect(encodeCommand(words)).toBe(text);
});

test.each([
  [0, 0, 50],
  [0, 1, 100],
  [1, 0, 100],
  [3, 0.5, 600],
  [5, 0, 1500],
  [5, 1, longestPauseMs],
  [1000, 1, 3000],
])("after %i attempts, with the chance %d, the next one comes in %d ms", (attempts, random, pauseMs) => {
  expect(decidePause(attempts, random)).toBe(pauseMs);
});

test.each([
  ["WRONGPASS", "refused-password"],
  ["NOAUTH", "refused-password"],
  ["LOADING", "loading"],
  ["OOM", "out-of-memory"],
  ["READONLY", "read-only"],
  ["ERR", "error-reply"],
  ["", "error-reply"],
])("a server that answers %s gives the reason %s", (word, reason) => {
  expect(toFailureReason(word)).toBe(reason);
});

test("a failure has its reason, its cause and a name that a build does not shorten", () => {
  const cause = new Error("ECONNREFUSED");
  const failure = new StoreFailure("unreachable", { cause });
  expect(failure).toMatchObject({ name: "StoreFailure", reason: "unreachable", cause });
  expect(failure.message).toContain("unreachable");
});

test.each([
  [[1, 2], 2, [1, 2]],
  [[], 0, []],
  [[1, 2], 1, undefined],
  [[1, "2"], 2, undefined],
  [[1, null], 2, undefined],
  [1, 1, undefined],
  ["12", 2, undefined],
  [null, 0, undefined],
  [undefined, 0, undefined],
])("of the reply %j, %i numbers are %j", (reply, count, numbers) => {
  expect(toNumbers(reply, count)).toEqual(numbers);
});

test("an error keeps its word", () => {
  expect(new ErrorReply("ERR").word).toBe("ERR");
});

test("only a list is a list", () => {
  expect(toList([null, "a"])).toEqual([null, "a"]);
  for (const reply of ["a", 1, null, undefined, new ErrorReply("ERR")]) expect(toList(reply)).toBeUndefined();
});
