import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toIntegrity } from "../../../src/build/build-owner.ts";
import { findBundledPackages } from "../../../src/build/licences.ts";
import { joinVendor, readVendor } from "../../../src/build/vendor/read-vendor.ts";

describe("reading", () => {
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
});

describe("joining", () => {
  const parts = {
    jquery: Buffer.from("jQuery $& $1"),
    booking: Buffer.from([0xff, 0xfe]),
    shield: "shield$&",
    bookingVersion: "1.2.3",
  };

  describe("joinVendor", () => {
    it("puts the bytes into the wrapper as they are, and drops its comments but for the first line, a hint", () => {
      const wrapper =
        "// why\nfirst(BOOKING_VERSION);\n  JQUERY_BYTES;\n  // why\nBOOKING_BYTES;\nSHIELD_CODE;\nlast();\n";
      const head = '\u{feff}//# allFunctionsCalledOnLoad\nfirst("1.2.3");\n';
      const expected = [head, parts.jquery, "\n", parts.booking, "\nshield$&\nlast();"];
      expect(Buffer.from(joinVendor({ ...parts, wrapper }))).toEqual(
        Buffer.concat(expected.map((part) => Buffer.from(part))),
      );
    });

    it.each([
      ["without a place for jQuery", "BOOKING_BYTES; SHIELD_CODE;"],
      ["without a place for Booking.js", "JQUERY_BYTES; SHIELD_CODE;"],
      ["without a place for the shield", "JQUERY_BYTES; BOOKING_BYTES;"],
      ["with two places for jQuery", "JQUERY_BYTES; JQUERY_BYTES; BOOKING_BYTES; SHIELD_CODE;"],
    ])("refuses a wrapper %s", (_, wrapper) => {
      expect(() => joinVendor({ ...parts, wrapper })).toThrow(/exactly once/);
    });
  });
});

describe("packages in a bundle", () => {
  it("finds the package of each module, scoped and nested ones too, once", () => {
    expect(
      findBundledPackages([
        "/a/src/loader/index.ts",
        "/a/node_modules/preact/dist/preact.mjs",
        "/a/node_modules/preact/hooks/dist/hooks.mjs",
        "/a/node_modules/@hono/node-server/dist/index.mjs",
        "/a/node_modules/outer/node_modules/inner/index.js",
        "\0virtual:node_modules",
      ]),
    ).toEqual(["@hono/node-server", "inner", "preact"]);
  });
});
