import { afterEach, expect, test } from "vitest";
import { keepPlace } from "../../../../src/loader/booking/keep-place.ts";
import { createOldLines } from "../../../../src/loader/booking/old-lines.ts";
import { createPage } from "../world/open-page.ts";

afterEach(() => document.body.replaceChildren());

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

const element = (html: string): HTMLElement => {
  const template = document.createElement("div");
  template.innerHTML = html;
  return template.firstElementChild as HTMLElement;
};

/** A target with our widget in it, beside what the page's own v1 may draw. */
const world = async ({ isTrusted = true, held = [] as ChildNode[] } = {}) => {
  const page = createPage();
  const target = document.createElement("div");
  const widget = document.createElement("div");
  target.append(widget);
  document.body.append(target);
  const told: string[] = [];
  const stop = keepPlace(
    {
      target,
      held,
      isTrusted,
      isRemoved: () => !widget.isConnected,
      putBack: () => target.append(widget),
      onOusted: () => void told.push("ousted"),
      onRemoved: () => void told.push("removed"),
      onOldLines: () => void told.push("old lines"),
    },
    createOldLines(page),
  );
  await nextTask();
  return { target, widget, told, stop, printed: page.printed, held };
};

const drawOld = (target: Element): void =>
  target.replaceChildren(element('<div class="bookingjs-calendar"></div>'));

test("what the page's own v1 draws goes, and ours comes back", async () => {
  const { target, widget, told, printed } = await world();
  drawOld(target);
  await nextTask();
  expect([...target.children]).toEqual([widget]);
  expect(told).toEqual(["old lines"]);
  expect(printed.flat()).toContain("new TimekitBooking().init(…)");
});

test.each([
  [true, 1],
  [false, 0],
])(
  "an old calendar that a target held does not come back; where it is trusted (%s) it is told",
  async (isTrusted, times) => {
    const kept = element("<p>Our own words</p>");
    const { held, printed } = await world({
      isTrusted,
      held: [element('<div class="bookingjs-calendar"></div>'), kept],
    });
    expect(held).toEqual([kept]);
    expect(printed).toHaveLength(times);
  },
);

test("an old calendar that comes back again and again gets the place in the end", async () => {
  const { target, told } = await world();
  for (let round = 0; round < 25; round += 1) {
    drawOld(target);
    await nextTask();
  }
  expect(told.filter((what) => what === "ousted")).toEqual(["ousted"]);
});

test("what others take away is only reported", async () => {
  const { target, told, printed } = await world();
  target.replaceChildren();
  await nextTask();
  await nextTask();
  expect(told).toEqual(["removed"]);
  expect(printed).toEqual([]);
});

test("what is moved within a task is not reported", async () => {
  const { target, widget, told } = await world();
  target.replaceChildren();
  await Promise.resolve();
  target.append(widget);
  await nextTask();
  await nextTask();
  expect(told).toEqual([]);
});

test("nothing is kept after it was stopped", async () => {
  const { target, told, stop } = await world();
  stop();
  drawOld(target);
  await nextTask();
  expect(target.querySelector(".bookingjs-calendar")).not.toBeNull();
  expect(told).toEqual([]);
});
