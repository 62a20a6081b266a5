/** What a page saw of its own globals. */
export interface Sampling {
  /** Every global that is not the browser's, with how many values it had; a name that is not there yet has none. */
  readonly values: ReadonlyMap<string, number>;
}

/**
 * Runs in a page before its scripts: looks at its globals in tasks and in microtasks, so that not even a script that
 * puts everything back is unseen. Kept under a symbol, since a frame keeps its window when it gets its document.
 */
export const sampleGlobals = (): void => {
  const browsers = new Set(Object.getOwnPropertyNames(window));
  const values = new Map<string, number>();
  const last = new Map<string, PropertyDescriptor>();
  const names = Object.getOwnPropertyNames;
  const describe = Object.getOwnPropertyDescriptor;
  const isSame = (one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean =>
    Object.is(one?.value, other?.value) && one?.get === other?.get && one?.set === other?.set;

  const sample = (): void => {
    for (const name of new Set([...names(window), ...values.keys()])) {
      if (browsers.has(name)) continue;
      const now = describe(window, name);
      if (values.has(name) && isSame(last.get(name), now)) continue;
      values.set(name, (values.get(name) ?? 0) + 1);
      if (now) last.set(name, now);
      else last.delete(name);
    }
  };
  const { queueMicrotask, setInterval } = window;
  const inTask = (): void => {
    sample();
    queueMicrotask(sample);
  };
  const observer = new MutationObserver(inTask);
  let watched: Document | undefined;
  const watch = (): void => {
    inTask();
    if (watched === window.document) return;
    watched = window.document;
    observer.observe(watched, { childList: true, subtree: true, attributes: true });
    for (const name of ["load", "error", "readystatechange"]) watched.addEventListener(name, inTask, true);
  };
  watch();
  setInterval(watch, 10);
  const sampling: Sampling = { values };
  Object.defineProperty(window, Symbol.for("sampling"), { value: sampling });
};

/** Runs in the page: the names of its globals, the loader's and the watch's aside, and of those that had two values. */
export const readGlobals = (): { readonly names: readonly string[]; readonly changed: readonly string[] } => {
  const { values } = Reflect.get(window, Symbol.for("sampling")) as Sampling;
  const own = [...values].filter(([name]) => name !== "TimekitEmbed" && name !== "heard");
  return {
    names: own.map(([name]) => name).sort(),
    changed: own.filter(([, count]) => count > 1).map(([name]) => name),
  };
};
