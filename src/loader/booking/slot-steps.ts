/** A free time, as far as the keys ask. */
export interface SlotTime {
  /** Milliseconds since 1970. */
  readonly startMs: number;
  /** The day in the zone that is shown, as `2026-11-25`. */
  readonly day: string;
  /** Minutes since midnight in that zone. */
  readonly minute: number;
}

/** Where a key leads: to a slot that is shown, or to what is shown before or after. */
export type Step<Slot> =
  | { readonly to: "slot"; readonly slot: Slot }
  | { readonly to: "days"; readonly days: number };

export interface Shown<Slot> {
  /** In the order of their starts. */
  readonly slots: readonly Slot[];
  /** None in a list of months, which has all there is. */
  readonly span: "day" | "week" | "list";
  readonly isRtl: boolean;
}

const weekMs = 7 * 86_400_000;

/** What a key does at a slot, or where there is none; undefined where the key is not for the calendar. */
export const decideStep = <Slot extends SlotTime>(
  key: string,
  current: Slot | undefined,
  { slots, span, isRtl }: Shown<Slot>,
): Step<Slot> | undefined => {
  const goTo = (slot: Slot | undefined): Step<Slot> | undefined =>
    slot ? { to: "slot", slot } : current && { to: "slot", slot: current };
  const day = slots.filter((slot) => slot.day === current?.day);
  const at = current ? day.indexOf(current) : 0;

  /** The nearest time of the next day that has one: of a day alone, the day beside it. */
  const toDay = (direction: 1 | -1): Step<Slot> | undefined => {
    if (span === "day") return { to: "days", days: direction };
    if (!current) return undefined;
    const beyond = slots.filter(({ day }) => (direction > 0 ? day > current.day : day < current.day));
    const next = (direction > 0 ? beyond[0] : beyond.at(-1))?.day;
    return goTo(
      findNearest(
        beyond.filter(({ day }) => day === next),
        ({ minute }) => minute,
        current.minute,
      ),
    );
  };
  const toWeek = (direction: 1 | -1): Step<Slot> | undefined => {
    if (span !== "list") return { to: "days", days: direction * 7 };
    return current && goTo(findNearest(slots, startOf, current.startMs + direction * weekMs));
  };

  switch (key) {
    case "ArrowLeft":
      return toDay(isRtl ? 1 : -1);
    case "ArrowRight":
      return toDay(isRtl ? -1 : 1);
    case "ArrowUp":
      return goTo(at > 0 ? day[at - 1] : undefined);
    case "ArrowDown":
      return goTo(day[at + 1]);
    case "Home":
      return goTo(day[0]);
    case "End":
      return goTo(day.at(-1));
    case "PageUp":
      return toWeek(-1);
    case "PageDown":
      return toWeek(1);
    default:
      return undefined;
  }
};

/** The slot that starts next to a time, the earlier of two; without a time the first. */
export const findNearestStart = <Slot extends SlotTime>(
  slots: readonly Slot[],
  startMs: number | undefined,
): Slot | undefined => (startMs === undefined ? slots[0] : findNearest(slots, startOf, startMs));

const startOf = ({ startMs }: SlotTime): number => startMs;

const findNearest = <Slot>(
  slots: readonly Slot[],
  read: (slot: Slot) => number,
  wanted: number,
): Slot | undefined => {
  let nearest: Slot | undefined;
  for (const slot of slots)
    if (!nearest || Math.abs(read(slot) - wanted) < Math.abs(read(nearest) - wanted)) nearest = slot;
  return nearest;
};
