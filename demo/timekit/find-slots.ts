import { type LocalDay, localDay, toInstantMs } from "./zoned-time.ts";

/** When a resource works, in its own time zone. */
export interface Schedule {
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly breaks?: readonly Break[];
  /** Nothing before the next Monday, so that a few slots always stand in one week. */
  readonly fromNextWeek?: boolean;
  /** No more than the first so many slots, counted before any is booked. */
  readonly atMost?: number;
}

interface Break {
  /** 0 is Sunday; every day without it. */
  readonly weekday?: number;
  readonly opensAt: number;
  readonly closesAt: number;
}

export interface Period {
  readonly startMs: number;
  readonly endMs: number;
}

export interface SlotQuery {
  readonly timeZone: string;
  /** Slots start after this moment. */
  readonly fromMs: number;
  /** Slots end by this moment. */
  readonly untilMs: number;
  readonly lengthMs: number;
  /** From one start to the next; the length without it. */
  readonly stepMs?: number;
  /** Kept free before and after what is taken. */
  readonly bufferMs?: number;
  readonly taken: readonly Period[];
}

/** The free slots of a schedule, earliest first: one after the other, inside the working hours of working days. */
export const findSlots = (schedule: Schedule, query: SlotQuery): readonly Period[] => {
  const open: Period[] = [];
  for (const day of daysOf(schedule, query)) {
    open.push(...slotsOfDay(schedule, { day, query }));
    if (schedule.atMost !== undefined && open.length >= schedule.atMost) break;
  }
  const bufferMs = query.bufferMs ?? 0;
  return open.slice(0, schedule.atMost).filter((slot) => {
    const wide = { startMs: slot.startMs - bufferMs, endMs: slot.endMs + bufferMs };
    return !query.taken.some((other) => overlaps(wide, other));
  });
};

/** Whether two periods share a moment; one that ends as the other starts does not count. */
export const overlaps = (one: Period, other: Period): boolean =>
  one.startMs < other.endMs && other.startMs < one.endMs;

const minuteMs = 60_000;

function* daysOf(schedule: Schedule, query: SlotQuery): Generator<LocalDay> {
  const first = localDay(query.fromMs, query.timeZone);
  const last = localDay(query.untilMs, query.timeZone);
  const skipped = schedule.fromNextWeek === true ? 7 - ((weekdayOf(first) + 6) % 7) : 0;
  for (let day = nextDay(first, skipped); asNumber(day) <= asNumber(last); day = nextDay(day, 1)) {
    if (schedule.weekdays.includes(weekdayOf(day))) yield day;
  }
}

function* slotsOfDay(schedule: Schedule, at: { day: LocalDay; query: SlotQuery }): Generator<Period> {
  const { timeZone, lengthMs, fromMs, untilMs } = at.query;
  const lengthMinutes = lengthMs / minuteMs;
  const breaks = (schedule.breaks ?? []).filter(
    ({ weekday }) => weekday === undefined || weekday === weekdayOf(at.day),
  );
  let minute = schedule.opensAt;
  while (minute + lengthMinutes <= schedule.closesAt) {
    const end = minute + lengthMinutes;
    const inTheWay = breaks.find((pause) => minute < pause.closesAt && pause.opensAt < end);
    if (inTheWay !== undefined) {
      minute = inTheWay.closesAt;
      continue;
    }
    const startMs = toInstantMs(at.day, { minuteOfDay: minute, timeZone });
    if (startMs > fromMs && startMs + lengthMs <= untilMs) yield { startMs, endMs: startMs + lengthMs };
    minute += (at.query.stepMs ?? lengthMs) / minuteMs;
  }
}

const asUtc = (day: LocalDay): Date => new Date(Date.UTC(day.year, day.month - 1, day.day));
const asNumber = (day: LocalDay): number => asUtc(day).getTime();
const weekdayOf = (day: LocalDay): number => asUtc(day).getUTCDay();
const nextDay = (day: LocalDay, count: number): LocalDay =>
  localDay(asNumber(day) + count * 24 * 60 * minuteMs, "UTC");
