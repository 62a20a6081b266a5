import type { Period } from "./find-slots.ts";
import { asText, type JsonObject } from "./json.ts";
import { wallClock } from "./zoned-time.ts";

/** Times by the clock on some wall: the same hours on days of every week, or one stretch of time. */
export type Window =
  | {
      readonly kind: "weekly";
      /** 0 is Sunday. */
      readonly weekdays: readonly number[];
      /** Minutes after midnight. */
      readonly opensAt: number;
      readonly closesAt: number;
    }
  | ({ readonly kind: "period" } & Period);

/** Whether the whole slot lies in the window. */
export const isWithin = (window: Window, { slot, timeZone }: Placed): boolean => {
  if (window.kind === "period") return window.startMs <= slot.startMs && slot.endMs <= window.endMs;
  const { weekday, startsAt, endsAt } = onWall(slot, timeZone);
  return window.weekdays.includes(weekday) && window.opensAt <= startsAt && endsAt <= window.closesAt;
};

/** Whether the slot and the window share a moment. */
export const isTouching = (window: Window, { slot, timeZone }: Placed): boolean => {
  if (window.kind === "period") return window.startMs < slot.endMs && slot.startMs < window.endMs;
  const { weekday, startsAt, endsAt } = onWall(slot, timeZone);
  return window.weekdays.includes(weekday) && window.opensAt < endsAt && startsAt < window.closesAt;
};

/** A slot and the zone whose clock counts. */
export interface Placed {
  readonly slot: Period;
  readonly timeZone: string;
}

export const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
export const weekdays: readonly number[] = [1, 2, 3, 4, 5];
export const weekend: readonly number[] = [0, 6];

/** Those days from midnight to midnight. */
export const wholeDays = (days: readonly number[]): Window => ({
  kind: "weekly",
  weekdays: days,
  opensAt: 0,
  closesAt: dayMinutes,
});

/** The hours from `start` to `end`, on those days; undefined where they are none. */
export const readHours = ({ start, end }: JsonObject, days: readonly number[]): Window | undefined => {
  const [opensAt, closesAt] = [readMinutes(start), readMinutes(end)];
  return opensAt < closesAt ? { kind: "weekly", weekdays: days, opensAt, closesAt } : undefined;
};

/** The day that `day` names in English. */
export const readDay = ({ day }: JsonObject): readonly number[] | undefined => {
  const index = dayNames.indexOf(asText(day).toLowerCase());
  return index < 0 ? undefined : [index];
};

/** The stretch from the timestamp `start` to the timestamp `end`. */
export const readPeriod = ({ start, end }: JsonObject): Window | undefined => {
  const [startMs, endMs] = [Date.parse(asText(start)), Date.parse(asText(end))];
  return startMs < endMs ? { kind: "period", startMs, endMs } : undefined;
};

const dayMinutes = 24 * 60;
const dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

// 9, "9" and "9:30" are all in use; what is none of them is no number and makes no window.
const readMinutes = (value: unknown): number => {
  const text = typeof value === "number" ? String(value) : asText(value);
  const match = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2] ?? 0) : Number.NaN;
};

const onWall = (slot: Period, timeZone: string): { weekday: number; startsAt: number; endsAt: number } => {
  const start = wallClock(slot.startMs, timeZone);
  const startsAt = start.getUTCHours() * 60 + start.getUTCMinutes();
  return { weekday: start.getUTCDay(), startsAt, endsAt: startsAt + (slot.endMs - slot.startMs) / 60_000 };
};
