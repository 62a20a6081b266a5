import type { FieldErrors } from "../answers.ts";
import { parseDurationMs } from "../duration.ts";
import { asText, type JsonObject } from "../json.ts";

/** The stretch of time in which slots are looked for, how long one is, and how they lie. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly lengthMs: number;
  /** From one start to the next; the length without it, so that slots do not overlap. */
  readonly stepMs?: number;
  /** Kept free before and after what is booked. */
  readonly bufferMs?: number;
}

/** What the endpoint calls the two ends of the stretch. */
export interface SpanNames {
  readonly from: string;
  readonly until: string;
}

const minuteMs = 60_000;
const shortestMs = 5 * minuteMs;
const yearMs = 365 * 24 * 60 * minuteMs;
const defaults = { from: "0 minutes", until: "4 weeks", length: "1 hour" };

/** As `POST /v2/findtime` calls them. */
export const findTimeNames: SpanNames = { from: "start", until: "future" };

/** Reads both ends, each in words as `4 weeks` or as a timestamp, and `length`, `buffer` and the distance of starts in words. */
export const parseSpan = (
  body: JsonObject,
  { nowMs, names = findTimeNames }: { nowMs: number; names?: SpanNames },
): { readonly span: Span } | { readonly errors: FieldErrors } => {
  const read = (name: string, fallback: string): string => asText(body[name] ?? fallback);
  const lengthMs = parseDurationMs(read("length", defaults.length));
  const fromMs = parseMoment(read(names.from, defaults.from), nowMs);
  const untilMs = parseMoment(read(names.until, defaults.until), nowMs);
  const bufferMs = parseDurationMs(read("buffer", "0 minutes"));
  const step = body["timeslot_increments"] ?? (body["all_solutions"] === true ? "15 minutes" : undefined);
  const stepMs = step === undefined ? lengthMs : parseDurationMs(asText(step));
  if (fromMs === undefined) return refuse(names.from, "a valid timestamp or relative time");
  if (untilMs === undefined || untilMs > nowMs + yearMs) {
    return refuse(names.until, "a valid timestamp or relative time");
  }
  if (lengthMs === undefined || lengthMs < shortestMs) return refuse("length", "a valid relative time");
  if (bufferMs === undefined) return refuse("buffer", "a valid relative time");
  if (stepMs === undefined || stepMs < shortestMs) {
    return refuse("timeslot_increments", "a valid relative time");
  }
  return { span: { fromMs: Math.max(fromMs, nowMs), untilMs, lengthMs, stepMs, bufferMs } };
};

const refuse = (field: string, what: string): { readonly errors: FieldErrors } => ({
  errors: { [field]: [`${field} is not ${what}`] },
});

const parseMoment = (text: string, nowMs: number): number | undefined => {
  if (text === "now") return nowMs;
  const durationMs = parseDurationMs(text);
  if (durationMs !== undefined) return nowMs + durationMs;
  const instantMs = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instantMs) ? undefined : instantMs;
};
