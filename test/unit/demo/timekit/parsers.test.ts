import { describe, expect, test } from "vitest";
import { parseDurationMs } from "../../../../demo/timekit/duration.ts";
import { matchRoute } from "../../../../demo/timekit/match-route.ts";
import { paginate } from "../../../../demo/timekit/paginate.ts";
import { parseBasic } from "../../../../demo/timekit/parse-basic.ts";
import { formatPhpDate } from "../../../../demo/timekit/php-date.ts";

const minuteMs = 60_000;

describe("a duration in words", () => {
  test.each([
    ["1 hour", 60],
    ["4 weeks", 4 * 7 * 24 * 60],
    ["30 minutes", 30],
    ["45 mins", 45],
    ["2 Days", 2 * 24 * 60],
    ["1 month", 30 * 24 * 60],
    ["1 hour 30 minutes", 90],
    ["90min", 90],
  ])("%s is %i minutes", (text, minutes) => {
    expect(parseDurationMs(text)).toBe(minutes * minuteMs);
  });

  test.each(["", "hour", "4", "4 fortnights", "-1 hour", "1.5 hours", "12345 hours", "1 hour!", "soon"])(
    "%j is none",
    (text) => {
      expect(parseDurationMs(text)).toBeUndefined();
    },
  );
});

describe("Basic credentials", () => {
  test.each([
    ["a key", `Basic ${btoa(":key")}`, { user: "", password: "key" }],
    ["a colon in the password", `basic ${btoa("a@b.co:x:y")}`, { user: "a@b.co", password: "x:y" }],
    ["letters beyond ASCII", "Basic w6k6w7w=", { user: "é", password: "ü" }],
  ])("with %s are read", (_, header, expected) => {
    expect(parseBasic(header)).toEqual(expected);
  });

  test.each([
    ["nothing", ""],
    ["another scheme", `Bearer ${btoa(":key")}`],
    ["no colon", `Basic ${btoa("key")}`],
    ["a character outside base64", "Basic %%%"],
    ["base64 of an impossible length", "Basic a"],
  ])("with %s are refused", (_, header) => {
    expect(parseBasic(header)).toBeUndefined();
  });
});

describe("PHP's date notation", () => {
  const instantMs = Date.parse("2026-03-25T16:05:09Z");
  test.each([
    ["Y-m-d h:ia (P e)", "2026-03-25 09:05am (-07:00 America/Los_Angeles)"],
    ["Y-m-d H:i (P e)", "2026-03-25 09:05 (-07:00 America/Los_Angeles)"],
    ["g.i.s", "9.05.09"],
    ["\\Y Y", "Y 2026"],
    ["X", "X"],
  ])("%s gives %s", (format, expected) => {
    expect(formatPhpDate(format, { instantMs, timeZone: "America/Los_Angeles" })).toBe(expected);
  });

  test("shows noon and midnight as 12", () => {
    const noonMs = Date.parse("2026-03-25T12:00:00Z");
    const halfDayMs = 12 * 60 * minuteMs;
    expect(formatPhpDate("ha", { instantMs: noonMs, timeZone: "UTC" })).toBe("12pm");
    expect(formatPhpDate("ha", { instantMs: noonMs + halfDayMs, timeZone: "UTC" })).toBe("12am");
  });
});

describe("a page of a list", () => {
  const items = Array.from({ length: 120 }, (_, index) => index);
  const page = (query: string) => paginate(items, new URL(`https://timekit.test/v2/things?${query}`)).body;

  test("is fifty long without a wish, and counts in texts as the real one", () => {
    expect(page("")).toMatchObject({
      total: 120,
      per_page: "50",
      current_page: 1,
      last_page: 3,
      from: 1,
      to: 50,
    });
  });

  test("links to its neighbours and keeps the rest of the query", () => {
    expect(page("search=x&limit=50&page=2")).toMatchObject({
      from: 51,
      to: 100,
      next_page_url: "https://timekit.test/v2/things?search=x&limit=50&page=3",
      prev_page_url: "https://timekit.test/v2/things?search=x&limit=50&page=1",
    });
  });

  test("ends where the list ends", () => {
    expect(page("page=3")).toMatchObject({ from: 101, to: 120, next_page_url: null, data: items.slice(100) });
    expect(page("page=4")).toMatchObject({ from: null, to: null, data: [] });
  });

  test.each(["limit=0", "limit=-1", "limit=many", "limit=", "page=0", "page=1.5"])("ignores %s", (query) => {
    expect(page(query)).toMatchObject({ per_page: "50", current_page: 1 });
  });
});

describe("a path", () => {
  test("gives its encoded parts decoded", () => {
    expect(matchRoute("GET", "/v2/users/timezone/a%40b.co")).toMatchObject({ params: { email: "a@b.co" } });
  });

  test("with a fixed part is not taken for a parameter", () => {
    expect(matchRoute("GET", "/v2/bookings/groups")).toMatchObject({ route: { name: "booking-groups" } });
  });

  test.each(["/v2/users/timezone/", "/v2/users/timezone/a/b", "/v2/app/", "//v2/app"])(
    "%s leads nowhere",
    (path) => {
      expect(matchRoute("GET", path)).toEqual({ kind: "nowhere" });
    },
  );

  test("with a stray percent sign is taken as it is", () => {
    expect(matchRoute("GET", "/v2/widgets/embed/%")).toMatchObject({ params: { id: "%" } });
  });
});
