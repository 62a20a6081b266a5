import type { Page } from "../../../../src/loader/page.ts";

export const pageOrigin = "http://localhost:3000";

/** A page whose console is kept. */
export interface RecordedPage extends Page {
  /** The level and the values of each line. */
  readonly printed: readonly (readonly unknown[])[];
}

export interface PageOptions {
  /** Properties of the page's window, over those of happy-dom. */
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly fetch?: typeof fetch;
}

/** The page of happy-dom, with what it lacks of a browser's window. */
export const createPage = ({ globals = {}, fetch = failToFetch }: PageOptions = {}): RecordedPage => {
  const printed: unknown[][] = [];
  const note =
    (level: string) =>
    (...values: unknown[]) =>
      void printed.push([level, ...values]);
  const browserGlobals = {
    origin: pageOrigin,
    // happy-dom takes any text for a length.
    CSS: { supports: (_: string, value: string) => /^\d+(px|vh|rem)$/.test(value) },
    ...globals,
  };
  return {
    window: Object.assign(Object.create(window), browserGlobals),
    document,
    fetch,
    now: () => Date.now(),
    console: { error: note("error"), warn: note("warn"), info: note("info") },
    printed,
  };
};

/** As browsers do where there is no server. */
const failToFetch: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"));
