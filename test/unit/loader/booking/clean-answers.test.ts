// @vitest-environment node
import { expect, test } from "vitest";
import { cleanSlots, cleanWidget } from "../../../../src/loader/booking/clean-answers.ts";

test("slots lose what FullCalendar would follow or apply", () => {
  const slot = {
    start: "2026-11-24T09:00:00+00:00",
    end: "2026-11-24T10:00:00+00:00",
    users: [{ email: "a@example.com" }],
  };
  expect(cleanSlots([{ ...slot, url: "javascript:alert(1)", className: "theirs" }, slot])).toEqual([
    slot,
    slot,
  ]);
});

test.each([7, null, "<b>", [1]])("a slot that is no object, %j, is an empty one", (slot) => {
  expect(cleanSlots([slot])).toEqual([{}]);
});

test.each([null, "none", { data: [] }])("an answer that is no list, %j, is left to v1", (answer) => {
  expect(cleanSlots(answer)).toBe(answer);
});

test("a remote configuration loses its credential and its HTML", () => {
  const config = {
    apiToken: "server",
    email: "b@example.com",
    app: "other",
    timekitConfig: { apiBaseUrl: "https://evil.example/" },
    timekitFindTimeTeam: { users: [{ _token: "server" }] },
    name: "<img src=x onerror=alert(1)>",
    localization: { strings: { submitText: "<b>" } },
    bookingFields: { phone: { enabled: true } },
  };
  expect(cleanWidget({ id: "w", slug: "s", config })).toEqual({
    id: "w",
    slug: "s",
    config: {
      name: "‹img src=x onerror=alert(1)›",
      localization: { strings: { submitText: "‹b›" } },
      bookingFields: { phone: { enabled: true } },
    },
  });
});

test.each([null, "widget", [1]])("a remote configuration that is none, %j, is left to v1", (widget) => {
  expect(cleanWidget(widget)).toBe(widget);
});

test.each([{ id: "w" }, { id: "w", config: null }, { id: "w", config: "<b>" }])(
  "a widget without options, %j, has empty ones",
  (widget) => {
    expect(cleanWidget(widget)).toEqual({ id: "w", config: {} });
  },
);
