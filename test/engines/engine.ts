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
  /** Presses a key where the focus is. */
  readonly press: (key: Key) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The keys that tests press, with their signs in WebDriver: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const keys = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
} as const;

export type Key = keyof typeof keys;
