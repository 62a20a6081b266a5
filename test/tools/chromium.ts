import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/**
 * The path of a Chromium or Chrome: the one that `CHROMIUM_PATH` names, else the first in `PATH` or in the usual places.
 * Throws one line that says what to do if there is none.
 */
export const findChromium = (): string => {
  const path = [...listInPath(process.env, names), ...listUsualPlaces(process.env)].find(isExecutable);
  if (path !== undefined) return path;
  throw new Error(
    process.env["CHROMIUM_PATH"]
      ? "CHROMIUM_PATH names no file that can be run"
      : "there is no Chromium here: install Chromium or Chrome, or set CHROMIUM_PATH to where it is",
  );
};

/**
 * The path of Chromium without windows, which draws and tests the same pages in two thirds of the time; of any other
 * Chromium where that is missing. It has no back-forward cache.
 */
export const findHeadlessChromium = (): string =>
  listInPath(process.env, ["chromium-headless-shell"]).find(isExecutable) ?? findChromium();

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const listInPath = (
  { CHROMIUM_PATH, PATH = "" }: NodeJS.ProcessEnv,
  names: readonly string[],
): readonly string[] => {
  if (CHROMIUM_PATH) return [CHROMIUM_PATH];
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

const listUsualPlaces = ({
  CHROMIUM_PATH,
  ProgramFiles = "",
  LOCALAPPDATA = "",
}: NodeJS.ProcessEnv): readonly string[] =>
  CHROMIUM_PATH
    ? []
    : [
        "/usr/bin/chromium",
        "/snap/bin/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        join(ProgramFiles, "Google/Chrome/Application/chrome.exe"),
        join(LOCALAPPDATA, "Google/Chrome/Application/chrome.exe"),
      ];

/** A headless Chromium that calls nobody by itself; `close()` ends it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: findHeadlessChromium(), args: [...switches] });

/** What Chromium is started with here. */
export const switches = [
  // Containers run tests as root, for whom Chromium refuses to start with its sandbox.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;

/** Whether there is a file of this path that we may run. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us to run: the next one is asked.
    return false;
  }
};
