import { expect, onTestFinished, test, vi } from "vitest";
import { watchOpening } from "../../../../src/loader/booking/screen.ts";

/** An element whose width the test sets, since happy-dom lays nothing out. */
const world = (firstWidth: number) => {
  const observers: { readonly notify: () => void; isOver: boolean }[] = [];
  class SteeredObserver {
    readonly #record;
    constructor(notify: () => void) {
      this.#record = { notify, isOver: false };
      observers.push(this.#record);
    }
    observe(): void {
      this.#record.notify();
    }
    disconnect(): void {
      this.#record.isOver = true;
    }
  }
  vi.stubGlobal("ResizeObserver", SteeredObserver);
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  let width = firstWidth;
  const element = document.createElement("div");
  Object.defineProperty(element, "clientWidth", { get: () => width });
  const opened = vi.fn<() => void>();
  const stop = watchOpening(element, opened);
  const become = (next: number): void => {
    width = next;
    for (const { notify } of observers) notify();
  };
  return { become, opened, stop, observers };
};

test("an element that gets a width is told in the next turn", () => {
  const { become, opened } = world(0);
  become(900);
  expect(opened).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(opened).toHaveBeenCalledTimes(1);
});

test.each([
  ["stays as it is", [900], 0],
  ["gets wider, for which v1 has the window", [900, 1000], 0],
  ["is hidden", [900, 0], 0],
  ["is hidden and shown with the same width", [900, 0, 900], 0],
  ["is hidden and shown with another width", [900, 0, 400], 1],
  ["is hidden at first, shown, hidden and shown", [0, 400, 0, 400], 1],
] as const)("one that %s", (_, [first, ...widths], times) => {
  const { become, opened } = world(first);
  for (const width of widths) {
    become(width);
    vi.runAllTimers();
  }
  expect(opened).toHaveBeenCalledTimes(times);
});

test("after the stop nothing is told", () => {
  const { become, opened, stop, observers } = world(0);
  become(900);
  stop();
  vi.runAllTimers();
  expect(opened).not.toHaveBeenCalled();
  expect(observers).toMatchObject([{ isOver: true }]);
});
