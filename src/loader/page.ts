/** What the loader needs of the page it is in; only the entries read it from the globals. */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970, by the visitor's clock. */
  readonly now: () => number;
  readonly console: Pick<Console, "error" | "warn" | "info">;
}

/** Takes back what the function that returned it has attached. */
export type Undo = () => void;
