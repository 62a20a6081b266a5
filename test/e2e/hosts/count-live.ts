/** What a page has set going and not ended yet. */
export interface Live {
  readonly timers: number;
  readonly observers: number;
}

/** Runs in a page before its scripts: counts timers and observers; `live` on the document reads the counts. */
export const countLive = (): void => {
  const timers = new Set<unknown>();
  let observing = 0;

  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const setCounted = ((run: () => void, ms?: number, ...values: unknown[]) => {
    const timer: unknown = setTimeout(
      (...given: unknown[]) => {
        timers.delete(timer);
        Reflect.apply(run, window, given);
      },
      ms,
      ...values,
    );
    timers.add(timer);
    return timer;
  }) as typeof setTimeout;
  const end =
    (clear: typeof clearTimeout): typeof clearTimeout =>
    (timer) => {
      timers.delete(timer);
      clear(timer);
    };
  Object.assign(window, {
    setTimeout: setCounted,
    clearTimeout: end(clearTimeout),
    clearInterval: end(clearInterval),
    setInterval: ((...given: Parameters<typeof setInterval>) => {
      const timer = setInterval(...given);
      timers.add(timer);
      return timer;
    }) as typeof setInterval,
  });

  for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const active = new WeakSet();
    const { observe, disconnect } = prototype;
    Object.assign(prototype, {
      observe(this: object, ...given: unknown[]) {
        if (!active.has(this)) observing += 1;
        active.add(this);
        Reflect.apply(observe, this, given);
      },
      disconnect(this: object) {
        if (active.delete(this)) observing -= 1;
        Reflect.apply(disconnect, this, []);
      },
    });
  }
  Object.defineProperty(document, "live", {
    get: (): Live => ({ timers: timers.size, observers: observing }),
  });
};
