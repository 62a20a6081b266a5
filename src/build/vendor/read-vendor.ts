import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { readVersion } from "../build-constants.ts";
import { type PinnedFile, toIntegrity } from "../build-owner.ts";
import { compileHint } from "../bundles.ts";

/** The vendor file made from the installed packages, or from the copy of Booking.js v1 that the environment names. */
export const readVendor = async (environment: NodeJS.ProcessEnv): Promise<PinnedFile> => {
  const { BOOKING_JS: path, BOOKING_JS_VERSION: version } = environment;
  if (Boolean(path) !== Boolean(version)) throw new Error("set BOOKING_JS and BOOKING_JS_VERSION together");
  if (version && !versionPattern.test(version))
    throw new Error("BOOKING_JS_VERSION becomes part of a file name: use letters, digits, dots and dashes");

  const bookingVersion = version || readVersion(require.resolve("timekit-booking/package.json"));
  const bytes = joinVendor({
    wrapper: readFileSync(new URL("wrapper.js", import.meta.url), "utf8"),
    jquery: readFileSync(require.resolve("jquery/dist/jquery.min.js")),
    booking: readFileSync(path ? resolve(path) : require.resolve("timekit-booking/dist/booking.min.js")),
    shield: await bundleShield(),
    bookingVersion,
  });
  return { fileName: `vendor/booking-${bookingVersion}.js`, bytes, integrity: toIntegrity(bytes) };
};

const require = createRequire(import.meta.url);

const versionPattern = /^[\w-]+(\.[\w-]+)*$/;

/** What goes into the vendor file: the wrapper's source text, and the published files as they are. */
interface VendorParts {
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

/** The loader's `booking/` folder as the text of one CommonJS module, minified: it travels with v1. */
const bundleShield = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: fileURLToPath(new URL("../../loader/booking/index.ts", import.meta.url)),
        preserveEntrySignatures: "strict",
        output: { format: "cjs", exports: "named" },
      },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || "close" in output) throw new Error("the shield is built once, not watched");
  const [chunk] = output.output;
  return chunk.code;
};
