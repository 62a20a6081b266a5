import { describe, expect, test } from "vitest";
import { migrateConfig, type NoteKind, type PlainObject } from "../../../src/migrate/index.ts";
import { writeLines } from "../../../src/migrate/lines/write-lines.ts";
import { readSnippet } from "../../../src/migrate/snippet/read-snippet.ts";
import { valueAt } from "./compare.ts";

const move = (v1: unknown) =>
  migrateConfig(v1, { target: "v3", appKey: "live_widget_key_a", resourceId: "r" });
const render = (): undefined => undefined;

describe("the result for v2, with what v3 calls otherwise", () => {
  test.each<[says: string, v1: object, path: string, value: unknown]>([
    ["an id stays", { targetEl: "#calendar" }, "el", "#calendar"],
    ["no other selector is written", { targetEl: ".calendar" }, "el", undefined],
    ["no selector below an id either", { targetEl: "#a .b" }, "el", undefined],
    [
      "the week by its old name, which alone chooses the day on phones",
      {},
      "ui.availability_view",
      "agendaWeek",
    ],
    ["the look of v1's hours on the form", {}, "ui.booking_time_format", "h:mma"],
    [
      "the page's own format wins",
      { localization: { bookingTimeFormat: "HH.mm" } },
      "ui.booking_time_format",
      "HH.mm",
    ],
    [
      "no 12 h look beside 24 h",
      { localization: { timeDateFormat: "24h-dmy-mon" } },
      "ui.booking_time_format",
      undefined,
    ],
    ["only a start in each time", {}, "fullcalendar.views.timeGrid.displayEventEnd", false],
    ["the list without a head", { availabilityView: "listing" }, "fullcalendar.headerToolbar", false],
    ["the list at once", { availabilityView: "listing" }, "fullcalendar.initialView", "listing"],
    [
      "no credits where the zones are hidden",
      { localization: { showTimezoneHelper: false } },
      "ui.show_credits",
      false,
    ],
    [
      "minTime under its new name",
      { fullCalendar: { minTime: "08:00" } },
      "fullcalendar.slotMinTime",
      "08:00",
    ],
    [
      "never minTime itself, on which v3 crashes",
      { fullCalendar: { minTime: "08:00" } },
      "fullcalendar.minTime",
      undefined,
    ],
    [
      "the view by its new name",
      { fullCalendar: { defaultView: "basicDay" } },
      "fullcalendar.initialView",
      "dayGridDay",
    ],
    [
      "views in a toolbar",
      { fullCalendar: { header: { right: "prev,agendaWeek,month" } } },
      "fullcalendar.headerToolbar.right",
      "prev,timeGridWeek,dayGridMonth",
    ],
    ["right to left", { fullCalendar: { isRTL: true } }, "fullcalendar.direction", "rtl"],
    [
      "views' own options",
      { fullCalendar: { views: { agenda: { columnFormat: "D.M." } } } },
      "fullcalendar.views.timeGrid.dayHeaderFormat",
      "D.M.",
    ],
    [
      "the page's own end of times",
      { fullCalendar: { displayEventEnd: true } },
      "fullcalendar.views.timeGrid.displayEventEnd",
      undefined,
    ],
    [
      "nothing that FullCalendar 5 does not know",
      { fullCalendar: { dayClick: render } },
      "fullcalendar.dayClick",
      undefined,
    ],
    [
      "functions by reference",
      { fullCalendar: { eventRender: render } },
      "fullcalendar.eventContent",
      render,
    ],
    ["the stored widget's formats stay the project's", { widgetId: "w" }, "ui.availability_view", undefined],
  ])("%s", (_, v1, path, value) => {
    expect(valueAt(move(v1).config, path)).toEqual(value);
  });

  test("business hours", () => {
    const { config } = move({ fullCalendar: { businessHours: [{ dow: [1, 2], start: "09:00" }] } });
    expect(config["fullcalendar"]).toMatchObject({ businessHours: [{ daysOfWeek: [1, 2], start: "09:00" }] });
  });
});

describe("what v3 does worse, where it concerns the configuration", () => {
  test.each<[v1: object, path: string, kind: NoteKind, text: RegExp]>([
    [{}, "", "needs-you", /form stays stuck/],
    [{}, "", "needs-you", /fonts\.googleapis\.com/],
    [{}, "bookingFields", "needs-you", /jane\+x@example\.com or O’Brien/],
    [{ bookingFields: { phone: { enabled: true } } }, "bookingFields.phone", "needs-you", /digits/],
    [{ targetEl: "#two" }, "targetEl", "needs-you", /several calendars/],
    [{ targetEl: ".two" }, "targetEl", "needs-you", /by id alone/],
    [
      { localization: { showTimezoneHelper: false } },
      "localization.showTimezoneHelper",
      "needs-you",
      /error screen/,
    ],
    [
      { localization: { timeDateFormat: false } },
      "localization.timeDateFormat",
      "reshaped",
      /without am and pm/,
    ],
    [
      { callbacks: { clickTimeslot: render } },
      "callbacks.clickTimeslot",
      "needs-you",
      /extendedProps\.resources/,
    ],
    [{ fullCalendar: { eventRender: render } }, "fullCalendar.eventRender", "needs-you", /never moments/],
    [{ fullCalendar: { select: render } }, "fullCalendar.select", "dropped", /interaction/],
    [{ fullCalendar: { colour: "red" } }, "fullCalendar.colour", "dropped", /no option of this name/],
    [{ fullCalendar: { minTime: "08:00" } }, "fullCalendar.minTime", "renamed", /slotMinTime/],
  ])("%j: a note on “%s”", (v1, path, kind, text) => {
    const { notes } = move(v1);
    expect(
      notes.filter((note) => note.path === path && note.kind === kind && text.test(note.text)),
    ).toHaveLength(1);
  });

  test("notes speak of v3, and never of jQuery", () => {
    const { notes } = move({
      targetEl: ".a",
      callbacks: { clickTimeslot: render },
      fullCalendar: { lang: "de" },
    });
    for (const { text } of notes) expect(text).not.toMatch(/jQuery/);
    const aboutV2 = notes.filter(({ text }) => /\bv2\b/.test(text));
    expect(aboutV2.filter(({ text }) => !/v1 and v2/.test(text))).toEqual([]);
  });
});

test("options of another object are marked, since their names are those of FullCalendar 3", () => {
  const [found] = readSnippet(
    "new TimekitBooking().init({ fullCalendar: { minTime: '08:00', ...shared } })",
  ).calendars;
  const lines = writeLines(move(found?.config).config, { target: "v3" });
  expect(lines).toContain("/* TODO fullCalendar ...: shared */");
  expect(lines).not.toContain("...shared");
});

test("the lines bring the style sheet, and no jQuery", () => {
  const lines = writeLines(move({}).config, { target: "v3" });
  expect(lines.split("\n")[0]).toBe(
    '<link rel="stylesheet" href="https://cdn.timekit.io/booking-js/v3/booking.min.css">',
  );
  expect(lines).toMatch(
    /<script src="https:\/\/cdn\.timekit\.io\/booking-js\/v3\/booking\.min\.js" defer><\/script>$/,
  );
  expect(lines).not.toContain("jquery");
});

test("v2 stays what is made unless another way is named", () => {
  const config: PlainObject = migrateConfig({}).config;
  expect(config).not.toHaveProperty("fullcalendar");
});
