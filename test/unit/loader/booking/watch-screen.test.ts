import { expect, onTestFinished, test, vi } from "vitest";
import { watchScreen } from "../../../../src/loader/booking/screen.ts";

const world = () => {
  const element = document.createElement("div");
  const reports: unknown[] = [];
  const screen = watchScreen(element, {
    onShown: (slots) => void reports.push({ slots }),
    onErrorScreen: () => void reports.push("error screen"),
  });
  onTestFinished(screen.stop);
  const draw = (className: string, parent: Element = element): Element => {
    const drawn = document.createElement("div");
    drawn.className = className;
    parent.append(drawn);
    return drawn;
  };
  return { element, screen, reports, draw };
};

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 5));

test("slots are told in the turn after they have arrived, when v1 has drawn them", async () => {
  const { screen, reports } = world();
  screen.expectSlots(3);
  expect(reports).toEqual([]);
  await Promise.resolve();
  expect(reports).toEqual([]);
  await nextTask();
  expect(reports).toEqual([{ slots: 3 }]);
});

test("each answer is told", async () => {
  const { screen, reports } = world();
  screen.expectSlots(3);
  screen.expectSlots(0);
  await nextTask();
  expect(reports).toEqual([{ slots: 3 }, { slots: 0 }]);
});

test("after the stop nothing is told", async () => {
  const { screen, reports, draw } = world();
  screen.expectSlots(3);
  screen.stop();
  const drawn = draw("bookingjs-error");
  await nextTask();
  expect(reports).toEqual([]);
  expect(drawn.isConnected || drawn.parentNode).toBeTruthy();
});

test("no timer outlives the stop", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { screen } = world();
  screen.expectSlots(1);
  screen.expectSlots(2);
  screen.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test("v1's error screen is taken away and told, where no call has failed", async () => {
  const { element, reports, draw } = world();
  draw("bookingjs-calendar");
  draw("bookingjs-error is-active");
  await nextTask();
  expect(reports).toEqual(["error screen"]);
  expect(element.innerHTML).toBe('<div class="bookingjs-calendar"></div>');
});

test("after a call that has failed it is taken away without a word", async () => {
  const { element, screen, reports, draw } = world();
  screen.expectError();
  draw("bookingjs-error");
  await nextTask();
  expect(reports).toEqual([]);
  expect(element.childElementCount).toBe(0);
});

test("what else v1 draws stays", async () => {
  const { element, reports, draw } = world();
  draw("bookingjs-error", draw("bookingjs-page"));
  draw("bookingjs-loading");
  await nextTask();
  expect(reports).toEqual([]);
  expect(element.childElementCount).toBe(2);
});
