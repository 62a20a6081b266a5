import type { FieldErrors } from "../answers.ts";
import { parseDurationMs } from "../duration.ts";
import { asText, type JsonObject } from "../json.ts";

/** The stretch of time in which slots are looked for, and how long one is. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly lengthMs: number;
}

const minuteMs = 60_000;
const shortestMs = 5 * minuteMs;
const yearMs = 365 * 24 * 60 * minuteMs;
const defaults = { start: "0 minutes", future: "4 weeks", length: "1 hour" };

/** Reads `start`, `future` and `length`, each in words as `4 weeks`, the first two also as a timestamp. */
export const parseSpan = (
  body: JsonObject,
  nowMs: number,
): { readonly span: Span } | { readonly errors: FieldErrors } => {
  const read = (name: keyof typeof defaults): string => asText(body[name] ?? defaults[name]);
  const lengthMs = parseDurationMs(read("length"));
  const fromMs = parseMoment(read("start"), nowMs);
  const untilMs = parseMoment(read("future"), nowMs);
  if (fromMs === undefined) return { errors: { start: ["start is not a valid timestamp or relative time"] } };
  if (untilMs === undefined || untilMs > nowMs + yearMs) {
    return { errors: { future: ["future is not a valid timestamp or relative time"] } };
  }
  if (lengthMs === undefined || lengthMs < shortestMs) {
    return { errors: { length: ["length is not a valid relative time"] } };
  }
  return { span: { fromMs: Math.max(fromMs, nowMs), untilMs, lengthMs } };
};

const parseMoment = (text: string, nowMs: number): number | undefined => {
  const durationMs = parseDurationMs(text);
  if (durationMs !== undefined) return nowMs + durationMs;
  const instantMs = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instantMs) ? undefined : instantMs;
};
