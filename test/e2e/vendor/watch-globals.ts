/** What a page saw of its own globals while a script was loaded. */
export interface Sightings {
  /** The globals, and the console's functions, that differed in some task or microtask from what they had been. */
  readonly changed: readonly string[];
  /** The same, seen from inside DOM functions that the page has replaced, while the script was being evaluated. */
  readonly changedInside: readonly string[];
  readonly samples: number;
  readonly handover: {
    readonly version: unknown;
    readonly error: string | undefined;
    readonly bookingType: string;
    readonly styleLengths: readonly number[];
  };
}

/**
 * Runs in the page: loads the vendor file and compares every global with what it was, wherever the page's own code can
 * run meanwhile.
 */
export const watchGlobals = (options: { readonly integrity: string }): Promise<Sightings> => {
  interface Handover {
    readonly version?: unknown;
    readonly error?: Error;
    readonly Booking?: unknown;
    readonly styles?: readonly HTMLStyleElement[];
  }
  const describe = (): Map<string, PropertyDescriptor | undefined> =>
    new Map([
      ...Object.getOwnPropertyNames(window).map(
        (name) => [name, Object.getOwnPropertyDescriptor(window, name)] as const,
      ),
      ...Object.getOwnPropertyNames(console).map(
        (name) => [`console.${name}`, Object.getOwnPropertyDescriptor(console, name)] as const,
      ),
    ]);
  const isSame = (one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean =>
    (["value", "get", "set", "writable", "configurable", "enumerable"] as const).every((key) =>
      Object.is(one?.[key], other?.[key]),
    );

  const before = describe();
  const changed = new Set<string>();
  const changedInside = new Set<string>();
  let samples = 0;
  const sample = (seen = changed): void => {
    samples += 1;
    const now = describe();
    for (const name of new Set([...before.keys(), ...now.keys()]))
      if (!isSame(before.get(name), now.get(name))) seen.add(name);
  };

  const appendChild = Node.prototype.appendChild;
  Node.prototype.appendChild = function <Kind extends Node>(this: Node, child: Kind): Kind {
    sample(changedInside);
    const appended = appendChild.call(this, child);
    sample(changedInside);
    return appended as Kind;
  };
  const observer = new MutationObserver(() => {
    sample();
    queueMicrotask(() => sample());
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  const timer = setInterval(sample, 10);

  const script = document.createElement("script");
  script.src = "/script.js";
  script.integrity = options.integrity;
  script.crossOrigin = "anonymous";
  return new Promise((resolve, reject) => {
    script.addEventListener("error", () => reject(new Error("the vendor file did not load")));
    script.addEventListener("load", () => {
      sample();
      setTimeout(() => {
        sample();
        clearInterval(timer);
        observer.disconnect();
        Node.prototype.appendChild = appendChild;
        const handover: Handover = Reflect.get(script, "timekitEmbedVendor") ?? {};
        resolve({
          changed: [...changed],
          changedInside: [...changedInside],
          samples,
          handover: {
            version: handover.version,
            error: handover.error === undefined ? undefined : String(handover.error),
            bookingType: typeof handover.Booking,
            styleLengths: (handover.styles ?? []).map((style) => style.textContent.length),
          },
        });
      });
    });
    document.documentElement.append(script);
  });
};
