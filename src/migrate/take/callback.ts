import { refuse, type Take, taken } from "./take.ts";

/** A function, by reference. */
export const callback: Take = (found, path) =>
  found.kind === "function" ? taken(found.value) : refuse(found, path, "a function");
