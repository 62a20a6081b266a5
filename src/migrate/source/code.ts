import type { Callable } from "../migration.ts";

/** What a stand-in stands for. */
export interface Written {
  /** As it was written. */
  readonly source: string;
  /** `function`: the page's own function. `expression`: any value that only a run of the page tells. `spread`: options of another object. `doubt`: set, but not always. */
  readonly kind: "function" | "expression" | "spread" | "doubt";
}

/**
 * Stands in a configuration for what is written there and has no value until the page runs. It is a function that does
 * nothing, since that is what configurations carry by reference.
 */
export const standInFor = (written: Written): Callable => {
  const empty = (): void => undefined;
  standIns.set(empty, written);
  return empty;
};

/** What a value stands for; undefined for one that stands for itself. */
export const writtenAs = (value: Callable): Written | undefined => standIns.get(value);

/** The source of any function, of a stand-in the one that it stands for. */
export const sourceOf = (value: Callable): string =>
  standIns.get(value)?.source ?? Function.prototype.toString.call(value);

const standIns = new WeakMap<Callable, Written>();
