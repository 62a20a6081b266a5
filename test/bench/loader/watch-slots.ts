/** What a page keeps of its own loading. */
export interface Watched {
  /** When the first free time was drawn, in milliseconds since the navigation; undefined until then. */
  firstSlotMs?: number;
  /** The layout shift so far. */
  shift: number;
}

/** Runs in the page before its scripts: looks for the first free time with every frame, and sums up the layout shift. */
export const watchSlots = (): void => {
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
  }
  const watched: Watched = { shift: 0 };
  Reflect.set(window, "watched", watched);
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries() as LayoutShift[]) watched.shift += value;
  }).observe({ type: "layout-shift", buffered: true });

  const look = (): void => {
    const slot = document.querySelector(".fc-event");
    const isDrawn = slot?.checkVisibility({ visibilityProperty: true }) && slot.clientHeight > 10;
    if (isDrawn) watched.firstSlotMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
