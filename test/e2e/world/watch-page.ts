/** What a page has said to its own scripts; kept on the page's window as `heard`. */
export interface Heard {
  /** The loader's events, and what went wrong unhandled. */
  readonly events: Event[];
  /** The level and the arguments of each call of the console. */
  readonly printed: unknown[][];
  /** What the regular expressions of the page had matched last at each of these events, as any listener can read it. */
  readonly matched: string[];
  /** Every shadow root, closed ones too. */
  readonly roots: ShadowRoot[];
}

/** Runs in the page before its scripts: keeps what is said to the page. */
export const watchPage = (): void => {
  const heard: Heard = { events: [], printed: [], matched: [], roots: [] };
  Reflect.set(window, "heard", heard);

  const names = ["state", "ready", "availability", "booked", "error", "notice"].map(
    (name) => `timekit-embed:${name}`,
  );
  for (const name of [...names, "error", "unhandledrejection", "securitypolicyviolation"]) {
    const hear = (event: Event): void => {
      heard.events.push(event);
      heard.matched.push(...["$_", "$1"].map((key) => String(Reflect.get(RegExp, key))));
    };
    window.addEventListener(name, hear, true);
  }
  for (const level of ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const) {
    const print = console[level].bind(console) as (...values: unknown[]) => void;
    console[level] = (...values: unknown[]): void => {
      heard.printed.push([level, ...values]);
      print(...values);
    };
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    heard.roots.push(root);
    return root;
  };
};
