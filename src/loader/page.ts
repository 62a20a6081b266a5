import { isPlainObject, type PlainObject } from "./plain-object.ts";

/** What the loader needs of the page it is in; only the entries read it from the globals. */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970, by the visitor's clock. */
  readonly now: () => number;
  readonly console: Pick<Console, "error" | "warn" | "info">;
}

/**
 * For whom the broker is asked: the owner's tags and code, a container that a stranger may have written, or one of
 * those beyond the tenth.
 */
export type Asker = "owner" | "stranger" | "crowd";

/** Takes back what the function that returned it has attached. */
export type Undo = () => void;

/** The page around this script; the one place that reads the globals. */
export const readPage = (): Page => ({
  window,
  document,
  fetch: (input, init) => window.fetch(input, init),
  now: () => Date.now(),
  console,
});

/**
 * A property or a method of a page's node as its class has it. A form's `<input name=matches>` hides the form's own
 * method of that name, and `<img name=URL>` the document's: only the prototype is out of their reach.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors
 */
export const builtIn = <Target extends Node, Name extends keyof Target>(
  node: Target,
  name: Name,
): Target[Name] => {
  const value: unknown = Reflect.get(Object.getPrototypeOf(node) as object, name, node);
  // The prototype has it with this type.
  return (typeof value === "function" ? value.bind(node) : value) as Target[Name];
};

/** Prints for the site's owner. Foreign values are arguments of their own, never part of a format string. */
export const print = (
  console: Page["console"],
  level: "error" | "warn" | "info",
  ...values: readonly unknown[]
): void => console[level]("[timekit-embed]", ...values.filter((value) => value !== undefined));

/** The page's own v1 configuration; a `<a id=timekitBookingConfig>` is none. */
export const readPageConfig = (window: Window): PlainObject => {
  const { timekitBookingConfig } = window as { timekitBookingConfig?: unknown };
  return isPlainObject(timekitBookingConfig) ? timekitBookingConfig : {};
};
