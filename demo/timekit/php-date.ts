import { isoOffset, wallClock } from "./zoned-time.ts";

type Letter = (wall: Date, at: { instantMs: number; timeZone: string }) => string;

/**
 * A moment in the notation of PHP's `date()`, which the header `Timekit-OutputTimestampFormat` uses:
 * `Y-m-d h:ia (P e)` gives `2026-11-25 09:00am (-08:00 America/Los_Angeles)`.
 */
export const formatPhpDate = (format: string, at: { instantMs: number; timeZone: string }): string => {
  const wall = wallClock(at.instantMs, at.timeZone);
  return format.replace(/\\(.)|([a-zA-Z])/g, (whole, escaped: string | undefined) =>
    escaped === undefined ? (letters[whole]?.(wall, at) ?? whole) : escaped,
  );
};

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const hour12 = (wall: Date): number => wall.getUTCHours() % 12 || 12;

const letters: Readonly<Record<string, Letter>> = {
  Y: (wall) => String(wall.getUTCFullYear()),
  m: (wall) => twoDigits(wall.getUTCMonth() + 1),
  d: (wall) => twoDigits(wall.getUTCDate()),
  H: (wall) => twoDigits(wall.getUTCHours()),
  h: (wall) => twoDigits(hour12(wall)),
  g: (wall) => String(hour12(wall)),
  i: (wall) => twoDigits(wall.getUTCMinutes()),
  s: (wall) => twoDigits(wall.getUTCSeconds()),
  a: (wall) => (wall.getUTCHours() < 12 ? "am" : "pm"),
  P: (_, at) => isoOffset(at.instantMs, at.timeZone),
  e: (_, at) => at.timeZone,
};
