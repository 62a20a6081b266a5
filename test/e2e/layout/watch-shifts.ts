/** One jump of content that was on screen. */
export interface Shift {
  /** Its part of the cumulative layout shift. */
  readonly value: number;
  /** Within half a second of a click or key: such shifts are expected and do not count. */
  readonly isExpected: boolean;
  /** What has moved, by its id or the part of ours that it stands in. */
  readonly moved: readonly string[];
}

/** Runs in the page before its scripts: writes the shifts to `shifts`, as Chromium reports them. */
export const watchShifts = (): void => {
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  const shifts: Shift[] = [];
  Reflect.set(window, "shifts", shifts);
  const nameOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const part = element?.closest<HTMLElement>("[data-timekit-part]");
    return part?.dataset["timekitPart"] ?? element?.id ?? "";
  };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      shifts.push({ value, isExpected: hadRecentInput, moved: sources.map(({ node }) => nameOf(node)) });
    }
  }).observe({ type: "layout-shift", buffered: true });
};
