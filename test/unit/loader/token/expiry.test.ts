// @vitest-environment node
import { describe, expect, test } from "vitest";
import { grantWith } from "./grant-body.ts";
import { nowMs, verdictOn } from "./judge.ts";

const minutesFromNow = (minutes: number): string => new Date(nowMs + minutes * 60_000).toISOString();

describe("token/expired", () => {
  test.each([
    "2016-11-06T12:22:04+00:00",
    "",
    " ",
    "never",
    "2999",
    "2999-01-01",
    "2999-13-01T00:00:00+00:00",
    "2999-02-30T00:00:00+00:00",
    "2999-01-01T25:00:00+00:00",
    "2999-01-01T00:00:00+99:99",
    "2999-01-01T00:00:00+00:00 or later",
    4_102_444_800_000,
    "4102444800",
    true,
    false,
    ["2999-01-01T00:00:00+00:00"],
    {},
  ])("is the expiry %j", (expires) => {
    expect(verdictOn(grantWith({ expires }))).toBe("token/expired");
  });

  test.each([
    "2027-11-06T12:22:04+00:00",
    "2027-11-06T12:22:04Z",
    "2027-11-06 12:22:04.5+02:00",
    "2028-02-29T00:00Z",
  ])("is not the expiry %s", (expires) => {
    expect(verdictOn(grantWith({ expires }))).toBe("accepted");
  });

  const yearMs = 365 * 24 * 60 * 60_000;
  test.each([
    [1, nowMs, nowMs, "accepted"],
    [0, nowMs, nowMs, "token/expired"],
    [-1, nowMs, nowMs, "token/expired"],
    [60, nowMs, nowMs + yearMs, "accepted"],
    [-60, nowMs, nowMs - yearMs, "token/expired"],
    [1, NaN, nowMs, "accepted"],
    [-4, NaN, nowMs, "accepted"],
    [-5, NaN, nowMs, "token/expired"],
    [-6, NaN, nowMs, "token/expired"],
    [60, NaN, nowMs + yearMs, "token/expired"],
  ])(
    "%i minutes ahead, with the answer's date %d and the visitor's clock at %d: %s",
    (minutes, dateMs, clockMs, verdict) => {
      expect(verdictOn(grantWith({ expires: minutesFromNow(minutes) }), { dateMs, clockMs })).toBe(verdict);
    },
  );
});
