import { describe, expect, it } from "vitest";
import { joinVendor } from "../../../src/build/vendor/join-vendor.ts";

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
