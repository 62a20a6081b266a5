import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { cut } from "./cut.ts";
import { preactCuts } from "./preact-cuts.ts";
import { trimPackage } from "./trim-package.ts";

/**
 * Leaves out of the loader what its parts cannot reach of Preact, by the table of cuts: a sixth of what every
 * visitor would pay.
 */
export const trimPreact = (): Plugin => ({
  ...trimPackage({
    folder: "preact/src",
    files: Object.keys(preactCuts),
    trim: (code, file) => shorten(cut(code, preactCuts[file] ?? [])),
  }),
  // The published bundle is minified; its source is what the table can be read beside.
  resolveId: (id) => (id === "preact" ? source : undefined),
});

const source = fileURLToPath(new URL("../src/index.js", import.meta.resolve("preact")));

// As in Preact's own bundle, names that a page does not give to its objects.
const shortNames: Readonly<Record<string, string>> = {
  _children: "__k",
  _dom: "__e",
  _flags: "__f",
  _index: "__i",
  _listeners: "__l",
  _parent: "__p",
};

const shorten = (code: string): string =>
  code.replaceAll(/\b_[a-z]+\b/gu, (name) => shortNames[name] ?? name);
