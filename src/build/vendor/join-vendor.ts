import { compileHint } from "../compile-hint.ts";

/** What goes into the vendor file: the wrapper's source text, and the published files as they are. */
export interface VendorParts {
  readonly wrapper: string;
  readonly jquery: Uint8Array;
  readonly booking: Uint8Array;
  /** The text of the CommonJS module that stands between v1 and the page. */
  readonly shield: string;
  readonly bookingVersion: string;
}

/** The bytes of the vendor file: UTF-8 with its mark, the published bytes unchanged inside. */
export const joinVendor = ({ wrapper, jquery, booking, shield, bookingVersion }: VendorParts): Uint8Array => {
  const text = dropComments(wrapper).replaceAll("BOOKING_VERSION", JSON.stringify(bookingVersion));
  const [head, afterHead] = splitOnce(text, "JQUERY_BYTES;");
  const [middle, afterMiddle] = splitOnce(afterHead, "BOOKING_BYTES;");
  const [beforeShield, tail] = splitOnce(afterMiddle, "SHIELD_CODE;");
  return Buffer.concat([
    Buffer.from(`${byteOrderMark}${compileHint}\n${head}`),
    jquery,
    Buffer.from(middle),
    booking,
    Buffer.from(beforeShield + shield + tail),
  ]);
};

// v1 contains a dash that is not ASCII. The mark outranks the charset of the page, of the script element and of the
// response (https://encoding.spec.whatwg.org/#decode), so that the file reads the same everywhere.
const byteOrderMark = "\u{feff}";

const dropComments = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimStart())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n");

const splitOnce = (text: string, mark: string): [string, string] => {
  const [before, after, ...more] = text.split(mark);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`the wrapper must contain "${mark}" exactly once`);
  return [before, after];
};
