import { expect, test, vi } from "vitest";
import { isolateFormKeys, isolateListeners } from "../../../../src/loader/booking/listeners.ts";
import { createJquery } from "./published-jquery.ts";

/** Two calendars, whose forms open and close with v1's own calls. */
const world = () => {
  const jQuery = createJquery();
  isolateListeners(jQuery.event);
  const joinKeys = isolateFormKeys(jQuery);
  const [one, other] = [1, 2].map(() => {
    const { onForm, remove } = joinKeys(document);
    const onKey = vi.fn<() => void>();
    return {
      onKey,
      remove,
      open: () => {
        onForm();
        jQuery(document).on("keyup", onKey);
      },
      close: () => {
        onForm();
        jQuery(document).off("keyup");
      },
    };
  });
  if (!one || !other) throw new Error("There are two calendars");
  const press = (): readonly number[] => {
    document.dispatchEvent(new Event("keyup"));
    return [one, other].map(({ onKey }) => onKey.mock.calls.length);
  };
  return { jQuery, one, other, press };
};

test("closing one form leaves the other its keys", () => {
  const { one, other, press } = world();
  one.open();
  other.open();
  one.close();
  expect(press()).toEqual([0, 1]);
  other.close();
  expect(press()).toEqual([0, 1]);
});

test("a calendar that goes takes only the keys of its own form", () => {
  const { one, other, press } = world();
  one.open();
  other.open();
  other.remove();
  expect(press()).toEqual([1, 0]);
  one.remove();
  expect(press()).toEqual([1, 0]);
});

test("other listeners, and those of other elements, keep their names", () => {
  const { jQuery, one } = world();
  const calls: string[] = [];
  one.open();
  jQuery(document).on("resize", () => calls.push("resize"));
  jQuery(document.body).on("keyup", () => calls.push("keyup"));
  one.close();
  document.dispatchEvent(new Event("resize"));
  document.body.dispatchEvent(new Event("keyup"));
  expect(calls).toEqual(["resize", "keyup"]);
});
