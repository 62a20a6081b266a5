import type { Plugin } from "vite";
import { cut } from "./cut.ts";
import { kyCuts } from "./ky-cuts.ts";
import { trimPackage } from "./trim-package.ts";

/**
 * Leaves out of the loader what its one request cannot reach of ky, by the table of cuts: a fifth of what every
 * visitor would pay.
 */
export const trimKy = (): Plugin =>
  trimPackage({
    folder: "ky/distribution",
    files: Object.keys(kyCuts),
    trim: (code, file) => cut(code, kyCuts[file] ?? []),
  });
