import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "./parse-arguments.ts";

/** How the text of a file is read. */
export type FileKind = "html" | "script" | "typed";

export interface SiteFile {
  /** As it was named, or below the folder that was. */
  readonly path: string;
  readonly kind: FileKind;
}

/** The files of a site below the paths, in order; a path that does not exist is wrong use. */
export const findFiles = async (paths: readonly string[]): Promise<readonly SiteFile[]> => {
  const found = new Map<string, SiteFile>();
  for (const path of paths) {
    const about = await stat(path).catch(() => undefined);
    if (!about) throw new UsageError(`There is no file or folder ${JSON.stringify(path)}.`);
    const files = about.isDirectory() ? await findBelow(path) : [{ path, kind: kindOf(path) ?? "html" }];
    for (const file of files) found.set(file.path, file);
  }
  return [...found.values()];
};

const findBelow = async (folder: string): Promise<readonly SiteFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: SiteFile[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Links could lead in circles, and out of the site.
    if (entry.isDirectory() && !skipped.includes(entry.name)) files.push(...(await findBelow(path)));
    const kind = entry.isFile() ? kindOf(entry.name) : undefined;
    if (kind) files.push({ path, kind });
  }
  return files;
};

const skipped: readonly string[] = ["node_modules", ".git"];

const kindOf = (name: string): FileKind | undefined => {
  // `shop.js.erb` is a script, whatever fills it in.
  const [, extension = ""] = /\.(\w+)(?:\.(?:liquid|twig|erb))?$/i.exec(name) ?? [];
  return kinds[extension.toLowerCase()];
};

const kinds: Readonly<Record<string, FileKind>> = {
  ...Object.fromEntries(
    ["html", "htm", "php", "vue", "svelte", "astro", "liquid", "twig", "erb", "md"].map(
      (one) => [one, "html"] as const,
    ),
  ),
  js: "script",
  mjs: "script",
  jsx: "script",
  ts: "typed",
  tsx: "typed",
};
