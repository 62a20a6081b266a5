/** A browser engine with one tab: what every driver can do, and nothing that only one can. */
export interface Engine {
  /** Opens a page and waits for its `load`. */
  readonly open: (url: string) => Promise<void>;
  /** Runs a function of its own text in the page; what it returns comes back as JSON. */
  readonly evaluate: <Given, Result>(
    run: (given: Given) => Result | Promise<Result>,
    given: Given,
  ) => Promise<Result>;
  /** Clicks on the first element of this CSS selector as a visitor does. */
  readonly click: (selector: string) => Promise<void>;
  /** Types into the first element of this CSS selector as a visitor does. */
  readonly type: (selector: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}
