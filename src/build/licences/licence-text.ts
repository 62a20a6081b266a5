import { readFileSync, readdirSync } from "node:fs";
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
