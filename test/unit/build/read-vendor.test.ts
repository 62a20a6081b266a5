import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toIntegrity } from "../../../src/build/integrity.ts";
import { readVendor } from "../../../src/build/vendor/read-vendor.ts";

const folder = mkdtempSync(join(tmpdir(), "booking-"));
const path = join(folder, "booking.js");
writeFileSync(path, "module.exports = 'another copy \u2013';");
afterAll(() => rmSync(folder, { recursive: true }));

describe("readVendor", () => {
  it("wraps the installed Booking.js and names the file after its version", async () => {
    expect(await readVendor({})).toMatchObject({ fileName: "vendor/booking-1.24.2.js" });
  });

  it("wraps another copy that the environment names, unchanged", async () => {
    const { fileName, bytes, integrity } = await readVendor({
      BOOKING_JS: path,
      BOOKING_JS_VERSION: "1.25.0-own",
    });
    expect(fileName).toBe("vendor/booking-1.25.0-own.js");
    expect(Buffer.from(bytes).toString()).toContain("module.exports = 'another copy \u2013';");
    expect(Buffer.from(bytes).toString()).toContain('version: "1.25.0-own"');
    expect(integrity).toBe(toIntegrity(bytes));
  });

  it.each([
    ["a copy without a version", { BOOKING_JS: path }, /together/],
    ["a version without a copy", { BOOKING_JS_VERSION: "1.25.0" }, /together/],
    ["a version that leaves the folder", { BOOKING_JS: path, BOOKING_JS_VERSION: "../1" }, /file name/],
    ["a version of dots", { BOOKING_JS: path, BOOKING_JS_VERSION: ".." }, /file name/],
    ["a copy that is not there", { BOOKING_JS: `${path}.gone`, BOOKING_JS_VERSION: "1" }, /ENOENT/],
  ])("refuses %s", async (_, environment, reason) => {
    await expect(readVendor(environment)).rejects.toThrow(reason);
  });
});
