import { describe, expect, it } from "vitest";
import { readDist } from "../tools/dist.ts";

const read = async (name: string): Promise<string> => (await readDist(name)).toString();

describe("THIRD-PARTY-LICENSES.txt", () => {
  it.each(["preact", "ky"])("has the licence of %s", async (name) => {
    const sections = (await read("THIRD-PARTY-LICENSES.txt")).split(/^-{80}$/m);
    const section = sections.find((text) => text.trim().startsWith(`${name}\n`));
    expect(section).toMatch(/Copyright \(c\)|MIT License/);
    expect(section).toContain("Permission is hereby granted");
  });
});

describe("vendor/LICENSES.txt", () => {
  it.each(["jquery", "timekit-booking", "fullcalendar", "moment", "hogan.js"])(
    "has the licence of %s",
    async (name) => {
      const sections = (await read("vendor/LICENSES.txt")).split(/^-{80}$/m);
      const section = sections.find((text) => text.trim().startsWith(name));
      expect(section).toMatch(/Permission is hereby granted|Apache License/);
    },
  );
});
