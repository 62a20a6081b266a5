import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { examples } from "./examples.ts";
import { openVersions, type Versions } from "./open-versions.ts";
import { optionCases } from "./options.ts";

let versions: Versions;
beforeAll(async () => {
  versions = await openVersions();
});
afterAll(() => versions.close());

const pages = [
  ...examples.map((one) => ({ ...one, name: one.page })),
  ...optionCases.map((one) => ({ ...one, name: one.shows })),
];
const cases = pages.flatMap((page) => [1000, 400].map((width) => ({ ...page, width })));

const shortDay = { parts: ["calendar.headings"], note: /heads the day in short/, width: 400 } as const;

/** What cannot be the same under v3, by page, and the note that says so. */
const known: Readonly<
  Record<string, { readonly parts: readonly string[]; readonly note: RegExp; readonly width?: number }>
> = {
  "booking engine": shortDay,
  "local preset": shortDay,
  "formats of dates and times of one's own": shortDay,
  "local language": {
    parts: ["calendar.headings", "calendar.hours", "calendar.times"],
    note: /writes days and hours in this language by itself/,
  },
  "remote configuration by slug": {
    parts: ["calendar.headings", "calendar.hours", "calendar.times", "form.time"],
    note: /09:00am/,
  },
  "remote configuration by id": {
    parts: ["calendar.headings", "calendar.hours", "calendar.times", "form.time"],
    note: /09:00am/,
  },
};

describe("pages of v1 look under the published v3 as they did", () => {
  it.each(cases)("$name, $width pixels wide", async (one) => {
    const { seen: first } = await versions.see(one, "one");
    const { seen: third, warnings } = await versions.see(one, "three");
    const { parts = [], width = one.width } = known[one.name] ?? {};
    const allowed = width === one.width ? parts : [];
    expect(compare(first, third, "").filter((part) => !allowed.includes(part))).toEqual([]);
    expect(warnings.filter((text) => /Unknown option/.test(text) && !isOwn(text))).toEqual([]);
  });
});

describe("what cannot be the same is in the notes", () => {
  it.each(Object.entries(known))("%s", (name, { note }) => {
    const page = pages.find((one) => one.name === name);
    const { notes } = migrateConfig(
      page?.v1(() => () => undefined),
      { target: "v3" },
    );
    expect(notes.filter(({ text }) => note.test(text))).toHaveLength(1);
  });
});

// v3's own list view still has two names of FullCalendar 3.
const isOwn = (text: string): boolean => /'(?:listDayAltFormat|noEventsMessage)'/.test(text);

const compare = (one: unknown, other: unknown, path: string): readonly string[] => {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (!isObject(one) || !isObject(other)) return [path];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    compare(one[key], other[key], path === "" ? key : `${path}.${key}`),
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
