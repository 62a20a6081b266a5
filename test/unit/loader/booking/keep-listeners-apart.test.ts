import { expect, test, vi } from "vitest";
import { isolateListeners } from "../../../../src/loader/booking/listeners.ts";
import { createJquery } from "./published-jquery.ts";

const world = () => {
  const jQuery = createJquery();
  const readMarks = () =>
    [window, document, document.body].map(
      (owner) => Object.getOwnPropertyNames(owner).filter((name) => name.startsWith(jQuery.expando)).length,
    );
  const listener = vi.fn<() => void>();
  return { jQuery, readMarks, listener };
};

test("the published jQuery does leave a mark on a window and a document, and the test sees it", () => {
  const { jQuery, readMarks, listener } = world();
  for (const owner of [window, document, document.body]) jQuery(owner).on("resize", listener);
  expect(readMarks()).toEqual([1, 1, 1]);
});

test("listeners of the window and of the document leave no mark there, and are called", () => {
  const { jQuery, readMarks, listener } = world();
  isolateListeners(jQuery.event);
  for (const owner of [window, document, document.body]) jQuery(owner).on("resize", listener);
  window.dispatchEvent(new Event("resize"));
  document.dispatchEvent(new Event("resize"));
  expect(listener).toHaveBeenCalledTimes(2);
  expect(readMarks()).toEqual([0, 0, 1]);
});

test("they are removed again one by one, by name, and with the last of them the browser's listener", () => {
  const { jQuery, listener } = world();
  isolateListeners(jQuery.event);
  const removed = vi.spyOn(document, "removeEventListener");
  const other = vi.fn<() => void>();
  jQuery(document).on("keyup.mine", listener);
  jQuery(document).on("keyup", other);
  jQuery(document).off("keyup", other);
  document.dispatchEvent(new Event("keyup"));
  expect([listener.mock.calls.length, other.mock.calls.length]).toEqual([1, 0]);
  expect(removed).not.toHaveBeenCalled();
  jQuery(document).off(".mine");
  document.dispatchEvent(new Event("keyup"));
  expect(listener).toHaveBeenCalledTimes(1);
  expect(removed).toHaveBeenCalledTimes(1);
  removed.mockRestore();
});

test("a listener for once is called once", () => {
  const { jQuery, listener } = world();
  isolateListeners(jQuery.event);
  jQuery(window).one("resize", listener);
  window.dispatchEvent(new Event("resize"));
  window.dispatchEvent(new Event("resize"));
  expect(listener).toHaveBeenCalledTimes(1);
});
