import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One text with the licences of installed packages, followed by notices for parts that no package here accounts for.
 * Throws if a package states no licence.
 */
export const toLicenceText = (
  root: string,
  packages: readonly string[],
  notices: readonly string[] = [],
): string => {
  const licences = packages.map((name) => `${name}\n\n${readLicence(join(root, "node_modules", name))}`);
  return [...licences, ...notices].map((text) => `${text.trim()}\n`).join(`\n${"-".repeat(80)}\n\n`);
};

const readLicence = (folder: string): string => {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8");

  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof manifest !== "object" || manifest === null || !("license" in manifest))
    throw new Error(`${folder} states no licence`);
  const author = "author" in manifest ? `, author ${JSON.stringify(manifest.author)}` : "";
  return `The package contains no licence text; its package.json states ${JSON.stringify(manifest.license)}${author}.`;
};

/** The names of the packages that the modules, given by their paths, come from; sorted, each once. */
export const findBundledPackages = (moduleIds: readonly string[]): string[] => {
  const names = moduleIds.flatMap((id) => packagePattern.exec(id)?.[1] ?? []);
  return [...new Set(names)].sort();
};

const packagePattern = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The packages whose code is in the vendor file: jQuery, Booking.js v1, and what v1 was bundled with. */
export const packagesInVendor = [
  "jquery",
  "timekit-booking",
  "timekit-sdk",
  "axios",
  "base-64",
  "console-polyfill",
  "deepmerge",
  "es6-promise",
  "es6-promise-promise",
  "fullcalendar",
  "humps",
  "moment",
  "moment-timezone",
  "sprintf-js",
] as const;

/** The packages inside of Booking.js v1, those that its build tools put there included; `process` came with webpack. */
export const packagesOfBooking: readonly string[] = [
  ...packagesInVendor.filter((name) => name !== "jquery" && name !== "timekit-booking"),
  "hogan.js",
  "webpack",
  "process",
  "css-loader",
  "style-loader",
];

/** Notices for code in v1 that came from its build tools, which are not installed here. */
export const foreignParts = [
  `hogan.js (Apache-2.0)

Copyright 2011 Twitter, Inc.
Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
`,
  `webpack, css-loader, style-loader (MIT)

Copyright JS Foundation and other contributors
`,
] as const;
