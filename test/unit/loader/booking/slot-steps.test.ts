// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  decideStep,
  findNearestStart,
  type Shown,
  type SlotTime,
} from "../../../../src/loader/booking/slot-steps.ts";

const slot = (text: string): SlotTime => ({
  startMs: Date.parse(`${text}:00Z`),
  day: text.slice(0, 10),
  minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14)),
});

// Nothing on Wednesday.
const slots = [
  "2026-11-23T09:00",
  "2026-11-23T10:00",
  "2026-11-23T16:00",
  "2026-11-24T08:00",
  "2026-11-24T11:00",
  "2026-11-26T12:00",
  "2026-12-01T12:00",
].map(slot);

const press = (
  key: string,
  from: number | undefined,
  shown: Partial<Shown<SlotTime>> = {},
): number | string | undefined => {
  const current = from === undefined ? undefined : slots[from];
  const step = decideStep(key, current, { slots, span: "week", isRtl: false, ...shown });
  if (step?.to === "slot") return slots.indexOf(step.slot);
  return step && `${step.days} days`;
};

describe("in a week", () => {
  test.each([
    ["ArrowRight", 0, 3],
    ["ArrowRight", 1, 4],
    ["ArrowRight", 2, 4],
    ["ArrowRight", 4, 5],
    ["ArrowRight", 6, 6],
    ["ArrowLeft", 5, 4],
    ["ArrowLeft", 4, 1],
    ["ArrowLeft", 0, 0],
    ["ArrowDown", 0, 1],
    ["ArrowDown", 2, 2],
    ["ArrowUp", 2, 1],
    ["ArrowUp", 3, 3],
    ["Home", 2, 0],
    ["End", 0, 2],
    ["PageDown", 0, "7 days"],
    ["PageUp", 0, "-7 days"],
    ["PageUp", undefined, "-7 days"],
    ["ArrowRight", undefined, undefined],
    ["ArrowDown", undefined, undefined],
    ["Home", undefined, undefined],
    ["a", 0, undefined],
    ["Tab", 0, undefined],
  ] as const)("%s at %s leads to %s", (key, from, to) => {
    expect(press(key, from)).toBe(to);
  });
});

test("right to left the day before is on the right", () => {
  expect(press("ArrowRight", 4, { isRtl: true })).toBe(1);
  expect(press("ArrowLeft", 1, { isRtl: true })).toBe(4);
  expect(press("ArrowLeft", 1, { isRtl: true, span: "day" })).toBe("1 days");
});

test("a day alone is left for the one beside it, also where it is empty", () => {
  expect(press("ArrowRight", 0, { span: "day" })).toBe("1 days");
  expect(press("ArrowLeft", undefined, { span: "day" })).toBe("-1 days");
  expect(press("PageDown", undefined, { span: "day" })).toBe("7 days");
});

test("a list has the next week in it", () => {
  expect(press("PageDown", 3, { span: "list" })).toBe(6);
  expect(press("PageUp", 6, { span: "list" })).toBe(4);
  expect(press("PageDown", 6, { span: "list" })).toBe(6);
  expect(press("PageDown", undefined, { span: "list" })).toBeUndefined();
});

test("the nearest start is the earlier of two, and the first without a wish", () => {
  const at = (text: string) => findNearestStart(slots, slot(text).startMs);
  expect(at("2026-11-23T10:00")).toBe(slots[1]);
  expect(at("2026-11-23T09:30")).toBe(slots[0]);
  expect(at("2026-11-23T09:31")).toBe(slots[1]);
  expect(at("2027-01-01T00:00")).toBe(slots.at(-1));
  expect(findNearestStart(slots, undefined)).toBe(slots[0]);
  expect(findNearestStart([], 0)).toBeUndefined();
});
