import { delimiter, join } from "node:path";
import { isExecutable } from "../tools/is-executable.ts";

/** The path of the first of these programs in `PATH`, or undefined. */
export const findProgram = (...names: readonly string[]): string | undefined =>
  names
    .flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)))
    .find(isExecutable);
