import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const rows: readonly Row[] = [
  {
    says: "copies FullCalendar's options, nested ones too",
    v1: {
      fullCalendar: {
        header: { left: "", center: "", right: "today, prev, next" },
        views: { agenda: { displayEventEnd: false, hiddenDays: [0, 6] } },
        scrollTime: "08:00:00",
        nowIndicator: true,
        locale: "de",
        firstDay: 1,
        height: null,
      },
    },
    config: {
      fullcalendar: {
        header: { left: "", center: "", right: "today, prev, next" },
        views: { agenda: { displayEventEnd: false, hiddenDays: [0, 6] } },
        scrollTime: "08:00:00",
        nowIndicator: true,
        locale: "de",
        firstDay: 1,
        height: null,
      },
    },
    notes: { fullCalendar: "renamed", "fullCalendar.views": [], "fullCalendar.height": [] },
  },
  {
    says: "leaves the visitor's own time zone to v2",
    v1: { fullCalendar: { timezone: "local" } },
    lacks: ["fullcalendar.timezone", "ui.timezone"],
    notes: { "fullCalendar.timezone": "reshaped" },
  },
  {
    says: "needs no option for a calendar without a time zone",
    v1: { fullCalendar: { timezone: false } },
    lacks: ["fullcalendar.timezone", "ui.timezone"],
    notes: { "fullCalendar.timezone": "reshaped" },
  },
  {
    says: "moves a fixed time zone into ui",
    v1: { fullCalendar: { timezone: "America/Toronto" } },
    config: { ui: { timezone: "America/Toronto" } },
    lacks: ["fullcalendar.timezone"],
    notes: { "fullCalendar.timezone": "reshaped" },
  },
  {
    says: "asks for a time zone that does not exist, since v2 would show its error screen",
    v1: { fullCalendar: { timezone: "Mars/Olympus" } },
    lacks: ["ui.timezone"],
    notes: { "fullCalendar.timezone": "needs-you" },
  },
  {
    says: "refuses a time zone of a wrong type",
    v1: { fullCalendar: { timezone: 2 } },
    lacks: ["ui.timezone"],
    notes: { "fullCalendar.timezone": "dropped" },
  },
  {
    says: "drops the language option of an older FullCalendar",
    v1: { fullCalendar: { lang: "sk" } },
    lacks: ["fullcalendar.lang"],
    notes: { "fullCalendar.lang": "dropped" },
  },
  {
    says: "leaves out what no configuration can hold, each with a note",
    v1: { fullCalendar: { views: { agenda: [1n, Symbol("x"), Number.NaN, undefined, new Map(), "kept"] } } },
    config: { fullcalendar: { views: { agenda: [null, null, null, null, null, "kept"] } } },
    notes: {
      "fullCalendar.views.agenda[0]": "needs-you",
      "fullCalendar.views.agenda[1]": "needs-you",
      "fullCalendar.views.agenda[2]": "needs-you",
      "fullCalendar.views.agenda[3]": "dropped",
      "fullCalendar.views.agenda[4]": "needs-you",
      "fullCalendar.views.agenda[5]": [],
    },
  },
  {
    says: "writes a Date as ISO 8601",
    v1: { fullCalendar: { defaultDate: new Date(Date.UTC(2027, 4, 6)) } },
    config: { fullcalendar: { defaultDate: "2027-05-06T00:00:00.000Z" } },
    notes: { "fullCalendar.defaultDate": "reshaped" },
  },
  {
    says: "refuses options that are no object",
    v1: { fullCalendar: false },
    lacks: ["fullcalendar"],
    notes: { fullCalendar: "dropped" },
  },
];

describe("calendar", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it("carries functions over by reference, each with a note", () => {
    const eventClick = () => undefined;
    const titleFormat = () => "";
    const { config, notes } = migrateConfig({
      fullCalendar: { eventClick, views: { agenda: { titleFormat } } },
    });
    expect(config["fullcalendar"]).toEqual({ eventClick, views: { agenda: { titleFormat } } });
    expect(notes.filter(({ kind }) => kind === "needs-you").map(({ path }) => path)).toEqual(
      expect.arrayContaining(["fullCalendar.eventClick", "fullCalendar.views.agenda.titleFormat"]),
    );
  });
});
