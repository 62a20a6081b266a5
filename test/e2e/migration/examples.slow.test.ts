import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examples } from "./examples.ts";
import { openVersions, type Versions } from "./open-versions.ts";

let versions: Versions;
beforeAll(async () => {
  versions = await openVersions();
});
afterAll(() => versions.close());

describe("pages like the examples of v1 look under v2 as they did", () => {
  it.each(examples)("$page", async (example) => {
    const { seen: one } = await versions.see(example, "one");
    const { seen: two } = await versions.see(example, "two");
    expect(two).toEqual(one);
    expect(one.calendar.hasFailed || one.calendar.slots.length > 0).toBe(true);
  });
});
