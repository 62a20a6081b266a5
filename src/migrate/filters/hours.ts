import type { Plain } from "../migration.ts";
import type { Found } from "../source/found.ts";
import type { Span } from "./week.ts";

/** Hours from `start` to `end`; undefined where they are no part of one day. */
export const readSpan = (start: Found | undefined, end: Found | undefined): Span | undefined => {
  const [from, to] = [readHour(start), readHour(end)];
  return from === undefined || to === undefined || from >= to ? undefined : { start: from, end: to };
};

/** Hours as v2 writes them: whole ones as numbers, others as "9:30". */
export const writeHour = (hour: number): Plain => {
  if (Number.isInteger(hour)) return hour;
  const minutes = Math.round(hour * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
};

// From a number, "9" or "9:30".
const readHour = (found: Found | undefined): number | undefined => {
  const hour = found?.kind === "number" ? found.value : found?.kind === "text" ? parse(found.value) : NaN;
  return hour >= 0 && hour <= 24 ? hour : undefined;
};

const parse = (text: string): number => {
  const match = /^\s*(\d{1,2})(?::([0-5]\d)(?::00)?)?\s*$/.exec(text);
  return match ? Number(match[1]) + Number(match[2] ?? 0) / 60 : NaN;
};
