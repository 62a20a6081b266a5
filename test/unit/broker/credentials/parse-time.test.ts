import { afterEach, expect, test, vi } from "vitest";
import { refusedTimes } from "../../../cases/tokens.ts";
import { parseTime } from "../../../../src/broker/credentials/parse-time.ts";

const expected = Date.UTC(2027, 10, 6, 12, 22, 4);

test.each([
  ["2027-11-06T12:22:04+00:00", expected],
  ["2027-11-06T12:22:04Z", expected],
  ["2027-11-06T13:22:04+0100", expected],
  ["2027-11-06T04:22:04-08:00", expected],
  ["2027-11-06 12:22:04", expected],
  ["2027-11-06T12:22:04", expected],
  ["2027-11-06T12:22:04.5Z", expected + 500],
  ["2027-11-06T12:22:04.500000Z", expected + 500],
  ["2027-11-06T12:22:04.500000000Z", expected + 500],
  ["2027-11-06 12:22:04-0130", expected + 90 * 60_000],
])("%s is read", (text, timeMs) => {
  expect(parseTime(text)).toBe(timeMs);
});

afterEach(() => vi.unstubAllEnvs());

test("a time without an offset is UTC, wherever the broker runs", () => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  expect(parseTime("2027-11-06 12:22:04")).toBe(expected);
});

test.each([
  undefined,
  null,
  "",
  ...refusedTimes,
  "2027",
  "2027-11-06",
  "2027-13-06T12:22:04Z",
  "2027-11-06T25:22:04Z",
  "2027-11-06T12:22:04+00:00 or later",
  " 2027-11-06T12:22:04Z",
  "2027-11-06T12:22:04Z ",
  "2027-11-06T12:22:04.Z",
  "2027-11-06T12:22:04.1234567890Z",
  "2027-11-06T12:22:04+1",
  "2027-11-06T12:22:04+01",
  "2027-11-06T12:22Z",
  "2027-11-06_12:22:04Z",
  "12027-11-06T12:22:04Z",
  1_825_000_000,
  ["2027-11-06T12:22:04Z"],
])("%j is no time", (value) => {
  expect(parseTime(value)).toBeUndefined();
});
