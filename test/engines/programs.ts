import { delimiter, join } from "node:path";
import { isExecutable } from "../tools/chromium.ts";

/** What the tests in other engines run. */
export interface Programs {
  readonly firefox: string;
  readonly webkitDriver: string;
  /** A screen that nobody sees: WebKitGTK has no mode without windows. */
  readonly screen: string;
}

/** The Debian packages that bring them. */
export const packages = ["firefox-esr", "webkit2gtk-driver", "xvfb"] as const;

/** Finds the programs, or throws one line that says what is missing. */
export const findPrograms = (): Programs => {
  const firefox = process.env["FIREFOX_PATH"] || findProgram("firefox-esr", "firefox");
  const webkitDriver = findProgram("WebKitWebDriver");
  const screen = findProgram("Xvfb");
  if (firefox && webkitDriver && screen) return { firefox, webkitDriver, screen };
  throw new Error(
    `the tests in other engines need Firefox (or FIREFOX_PATH), WebKitWebDriver and Xvfb: on Debian, apt-get install ${packages.join(" ")}`,
  );
};

/** The path of the first of these programs in `PATH`, or undefined. */
const findProgram = (...names: readonly string[]): string | undefined =>
  names
    .flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)))
    .find(isExecutable);
