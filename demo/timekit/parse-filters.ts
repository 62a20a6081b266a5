import type { FieldErrors } from "./answers.ts";
import { asObject, asText, type JsonObject } from "./json.ts";
import {
  everyDay,
  isWithin,
  type Placed,
  readDay,
  readHours,
  readPeriod,
  weekdays,
  weekend,
  wholeDays,
  type Window,
} from "./time-windows.ts";

/** Whether a slot is offered. */
export type Sieve = (placed: Placed) => boolean;

/** Reads the `filters` of `POST /v2/findtime`: a slot must pass all under `and`, and one of those under `or`. */
export const parseFilters = (
  value: unknown,
): { readonly sieve: Sieve } | { readonly errors: FieldErrors } => {
  const filters = asObject(value);
  const [every, some] = [readList(filters["and"]), readList(filters["or"])];
  if (every === undefined || some === undefined) {
    return { errors: { filters: ["filters holds a filter that does not exist or lacks a setting"] } };
  }
  return {
    sieve: (placed) =>
      every.every((one) => passes(one, placed)) &&
      (some.length === 0 || some.some((one) => passes(one, placed))),
  };
};

interface Filter {
  readonly window: Window;
  /** IANA name; the resource's own zone without it. */
  readonly timeZone: string | undefined;
}

const passes = ({ window, timeZone }: Filter, placed: Placed): boolean =>
  isWithin(window, { ...placed, ...(timeZone !== undefined && { timeZone }) });

const readList = (value: unknown): readonly Filter[] | undefined => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const filters = items.flatMap((item) => Object.entries(asObject(item)).map(readFilter));
  return filters.every((filter) => filter !== undefined) ? filters : undefined;
};

const readFilter = ([name, settings]: readonly [string, unknown]): Filter | undefined => {
  const body = asObject(settings);
  const window = readers[name]?.(body);
  return (
    window && { window, timeZone: body["timezone"] === undefined ? undefined : asText(body["timezone"]) }
  );
};

// The usual hours are those of Timekit's guide to filters.
const readers: Readonly<Record<string, (body: JsonObject) => Window | undefined>> = {
  business_hours: (body) => readHours({ start: 9, end: 18, ...body }, everyDay),
  daytime: (body) => readHours(body, everyDay),
  specific_time: (body) => readHours(body, everyDay),
  specific_day: (body) => inDay(body, wholeDays),
  specific_day_and_time: (body) => inDay(body, (day) => readHours(body, day)),
  exclude_weekend: () => wholeDays(weekdays),
  only_weekend: () => wholeDays(weekend),
  between_timestamps: readPeriod,
};

const inDay = (
  body: JsonObject,
  toWindow: (day: readonly number[]) => Window | undefined,
): Window | undefined => {
  const day = readDay(body);
  return day && toWindow(day);
};
