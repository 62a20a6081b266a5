/** A day in some time zone's calendar. */
export interface LocalDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Whether the text is the IANA name of a time zone. */
export const isTimeZone = (text: string): boolean => {
  try {
    return /^[A-Z]/i.test(text) && offsetMinutes(0, text) > -Infinity;
  } catch {
    // Intl knows no such zone.
    return false;
  }
};

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clock is ahead of UTC at that moment, in minutes. */
export const offsetMinutes = (instantMs: number, timeZone: string): number => {
  const shown = new Map(
    formatFor(timeZone)
      .formatToParts(instantMs)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (name: Intl.DateTimeFormatPartTypes): number => shown.get(name) ?? 0;
  const wallMs = Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"));
  return wallMs / minuteMs - Math.floor(instantMs / minuteMs);
};

/** The moment at which the zone's clock shows that minute of that day, in milliseconds since 1970. */
export const toInstantMs = (day: LocalDay, at: { minuteOfDay: number; timeZone: string }): number => {
  const wallMs = Date.UTC(day.year, day.month - 1, day.day, 0, at.minuteOfDay);
  const guessMs = wallMs - offsetMinutes(wallMs, at.timeZone) * minuteMs;
  // The guess may lie on the other side of a change to or from summer time.
  return wallMs - offsetMinutes(guessMs, at.timeZone) * minuteMs;
};

/** The day that the zone's calendar shows at that moment. */
export const localDay = (instantMs: number, timeZone: string): LocalDay => {
  const wall = wallClock(instantMs, timeZone);
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
};

/** The zone's wall clock as a Date whose UTC fields are to be read. */
export const wallClock = (instantMs: number, timeZone: string): Date =>
  new Date(instantMs + offsetMinutes(instantMs, timeZone) * minuteMs);

/** ISO 8601 with the zone's offset, as `2026-11-25T09:00:00-08:00`. */
export const toIso = (instantMs: number, timeZone: string): string =>
  wallClock(instantMs, timeZone).toISOString().slice(0, 19) + isoOffset(instantMs, timeZone);

/** The zone's offset as `-08:00`. */
export const isoOffset = (instantMs: number, timeZone: string): string => {
  const minutes = offsetMinutes(instantMs, timeZone);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
};

const twoDigits = (value: number): string => String(value).padStart(2, "0");

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formats.set(timeZone, made);
  return made;
};
