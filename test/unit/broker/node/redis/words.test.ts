import { expect, test } from "vitest";
import {
  StoreFailure,
  toFailureReason,
  toList,
  toNumbers,
} from "../../../../../src/broker/store/redis/connection.ts";
import { decidePause, longestPauseMs } from "../../../../../src/broker/store/redis/store-connection.ts";

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

test("only a list is a list", () => {
  expect(toList([null, "a"])).toEqual([null, "a"]);
  for (const reply of ["a", 1, null, undefined]) expect(toList(reply)).toBeUndefined();
});
