import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { describeRules } from "../../../src/migrate/index.ts";
import { examples } from "./examples.ts";
import { openVersions, type Versions } from "./open-versions.ts";
import { optionCases } from "./options.ts";

let versions: Versions;
beforeAll(async () => {
  versions = await openVersions();
});
afterAll(() => versions.close());

describe("options of v1 look under v2 as they did", () => {
  it.each(optionCases)("$shows", async (one) => {
    const seen = await versions.see(one);
    expect(seen.two).toEqual(seen.one);
    expect(seen.one.calendar.hasFailed).toBe(false);
    expect(seen.one.calendar.slots.length > 0).toBe(one.resourceId !== resourceIds.noSlots);
  });
});

it("each option that v1's documentation lists, and that can be seen, stands in one of these pages", () => {
  const paths = [...examples, ...optionCases].flatMap(({ v1 }) =>
    pathsIn(
      v1(() => () => undefined),
      "",
    ),
  );
  const isThere = (pattern: string): boolean => {
    const shape = pattern.replace(/[.[\]]/g, String.raw`\$&`).replaceAll("*", String.raw`[^.[\]]+`);
    return paths.some((path) => new RegExp(`^${shape}$`).test(path));
  };
  const documented = describeRules()
    .map(({ path }) => path)
    .filter((path) => !unseen.some((part) => path.includes(part)));
  expect(documented.filter((path) => !isThere(path))).toEqual([]);
});

// Credentials, what is v2's already, slips, and what v1 sends but nobody sees.
const unseen = [
  "app",
  "email",
  "apiToken",
  "token",
  "(app_key",
  "(ui|",
  "includeStyles",
  "timekitCreateEvent",
  "disabled",
  "calendar",
  "filtercollection_id",
  "timezone",
  "after",
  "users[].",
  "timekitFindTimeTeam.*",
  "timekitFindTime.*",
  "event.*",
  "event.(start|end)",
  "timekitCreateBooking.*",
  "bookingFields.*",
  "fullCalendar.lang",
  "callbacks",
  "Timestamp",
  "convertResponse",
  "headers",
];

const pathsIn = (value: unknown, above: string): readonly string[] => {
  if (typeof value !== "object" || value === null) return [above];
  const own = above === "" ? [] : [above];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsIn(inner, Array.isArray(value) ? `${above}[]` : above === "" ? key : `${above}.${key}`),
    ),
  ];
};
