// @vitest-environment node
import { describe, expect, test } from "vitest";
import { pickGroups, pickSlots, pickTimezone, pickWidget } from "../../../../src/loader/booking/answers.ts";

const times = { start: "2026-11-24T09:00:00+00:00", end: "2026-11-24T10:00:00+00:00" };

describe("a free time", () => {
  test("is its start and its end, whatever else FullCalendar would take from it", () => {
    const more = {
      url: "javascript:alert(1)",
      className: "theirs",
      color: 'var(--x,"><img src=x onerror=alert(1)>")',
      rendering: "background",
      title: "<b>",
      users: [{ email: "a@example.com", token: "server" }],
    };
    expect(pickSlots([{ ...times, ...more }, times])).toEqual([times, times]);
  });

  test.each([
    7,
    null,
    "<b>",
    [1],
    {},
    { start: times.start },
    { ...times, start: [2026] },
    { ...times, end: { toString: "x" } },
    { ...times, start: "<img src=x>" },
    { ...times, start: "soon" },
    { ...times, end: "9999-12-31T00:00:00Z" },
    { ...times, end: times.start },
  ])("that is none, %j, is left out", (slot) => {
    expect(pickSlots([slot, times])).toEqual([times]);
  });

  test("comes with no more others than a year has quarters of an hour", () => {
    expect(pickSlots(Array.from({ length: 50_000 }, () => times))).toHaveLength(36_000);
  });
});

describe("a group booking", () => {
  const group = { id: "g-1", attributes: { event_info: { ...times, what: "Yoga & <i>tea</i>" } } };

  test("is its id, title and times", () => {
    const more = { customers: [{ email: "a@example.com" }], color: "red" };
    const info = { ...group.attributes.event_info, where: "x", color: "red" };
    expect(pickGroups([{ ...group, ...more, attributes: { event_info: info, group_booking: {} } }])).toEqual([
      group,
    ]);
  });

  test("may have a number, and no title", () => {
    const plain = { id: 7, attributes: { event_info: times } };
    expect(pickGroups([plain])).toEqual([plain]);
  });

  test.each([
    null,
    { id: "g-1" },
    { id: "g-1", attributes: { event_info: null } },
    { ...group, id: "<img>" },
    { ...group, id: ["g"] },
    { ...group, id: undefined },
    { id: "g-1", attributes: { event_info: { ...times, end: 7 } } },
  ])("that is none, %j, is left out", (item) => {
    expect(pickGroups([item, group])).toEqual([group]);
  });
});

test.each([null, "none", { data: [] }])("an answer that is no list, %j, is left to v1", (answer) => {
  expect([pickSlots(answer), pickGroups(answer)]).toEqual([answer, answer]);
});

test.each([
  [
    { timezone: "Europe/Berlin", utc_offset: 1.5, name: "<b>" },
    { timezone: "Europe/Berlin", utc_offset: 1.5 },
  ],
  [{ timezone: "<img src=x>", utc_offset: "<b>" }, {}],
  [{ utc_offset: Infinity }, {}],
  [null, {}],
])("of the answer about a zone, %j, v1 gets %j", (answer, expected) => {
  expect(pickTimezone(answer)).toEqual(expected);
});

describe("a remote configuration", () => {
  const clean = (widget: unknown, granted = {}, prefill = (options: object): object => options) => {
    const told: unknown[] = [];
    const cleaned = pickWidget(widget, {
      granted,
      prefill: (options) => ({ ...prefill(options) }),
      baseUrl: "https://www.example.com/shop/",
      toColour: (text) => (text === "red" ? "rgb(255, 0, 0)" : undefined),
      onIgnored: (option) => void told.push({ ignored: option }),
      onRefused: (option) => void told.push({ refused: option }),
    });
    return { cleaned, told };
  };

  test("has what is on its list", () => {
    const config = {
      name: "O'Neill",
      avatar: "me.png",
      bookingGraph: "group_customer",
      calendar: "c-1",
      disableConfirmPage: true,
      bookingFields: {
        name: { placeholder: "Who?", prefilled: false, locked: true },
        phone: { enabled: true },
      },
      timekitFindTime: { future: "2 weeks", filters: { and: [{ business_hours: {} }] } },
      timekitCreateBooking: { event: { where: 'The "Corner"' } },
      localization: { strings: { submitText: "<b>Go</b>" } },
      fullCalendar: { eventColor: "red" },
    };
    const { cleaned, told } = clean({ id: "w", slug: "s", config });
    expect(cleaned).toEqual({
      id: "w",
      config: {
        ...config,
        avatar: "https://www.example.com/shop/me.png",
        localization: { strings: { submitText: "‹b›Go‹/b›" } },
        fullCalendar: { eventColor: "rgb(255, 0, 0)" },
      },
    });
    expect(told).toEqual([]);
  });

  test("loses everything else; of credentials, which are in each, nothing is said", () => {
    const config = {
      apiToken: "server",
      email: "b@example.com",
      app: "other",
      timekitConfig: { apiBaseUrl: "https://evil.example/" },
      callbacks: {},
      debug: true,
      localization: { emailTimeFormat: "x" },
      fullCalendar: { events: "https://evil.example/", eventSources: [], views: {}, eventColor: "blue" },
    };
    const { cleaned, told } = clean({ id: "w", config });
    expect(cleaned).toEqual({ id: "w", config: { localization: {}, fullCalendar: {} } });
    expect(told).toEqual([
      {
        ignored:
          "callbacks, debug, localization.emailTimeFormat, fullCalendar.events, fullCalendar.eventSources, fullCalendar.views, fullCalendar.eventColor of the remote configuration",
      },
    ]);
  });

  test("wins over the broker's name and picture", () => {
    const granted = { name: "Broker", avatar: "https://images.example.com/b.png" };
    expect(clean({ config: { name: "Admin" } }, granted).cleaned).toEqual({
      config: { ...granted, name: "Admin" },
    });
  });

  test("has what the page's address fills in, which sees what is locked", () => {
    const config = { bookingFields: { name: { locked: true } } };
    const { cleaned } = clean({ config }, {}, (options) => ({ before: options }));
    expect(cleaned).toEqual({ config: { before: config } });
  });

  test("that asks for a team is refused", () => {
    const { cleaned, told } = clean({
      id: "w",
      config: { timekitFindTimeTeam: { users: [{ _token: "s" }] } },
    });
    expect(cleaned).toBeUndefined();
    expect(told).toEqual([{ refused: expect.stringContaining("timekitFindTimeTeam of the remote") }]);
  });

  test.each(["<img src=x>", 'w" onload="x', {}, ["w"], null])("whose id is %j has none", (id) => {
    expect(clean({ id, config: {} }).cleaned).toEqual({ config: {} });
  });

  test.each([null, "widget", [1]])("that is none, %j, is left to v1", (widget) => {
    expect(clean(widget).cleaned).toBe(widget);
  });

  test.each([{ id: "w" }, { id: "w", config: null }, { id: "w", config: "<b>" }])(
    "without options, %j, has empty ones",
    (widget) => {
      expect(clean(widget).cleaned).toEqual({ id: "w", config: {} });
    },
  );
});
