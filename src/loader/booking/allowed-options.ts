import { parseUrl } from "../../contract/secure-url.ts";
import { builtIn } from "../page.ts";
import { isPlainObject, type PlainObject } from "../plain-object.ts";
import { neutralizeHtml } from "./neutralize-html.ts";

/** What checking one value needs of the page. */
export interface CheckContext {
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  /** The browser's own `rgb()` of a colour; undefined of what is none. */
  readonly toColour: (text: string) => string | undefined;
}

/** The value as v1 may have it; undefined where it is not of the type or not within the bounds. */
type Check = (value: unknown, context: CheckContext) => unknown;

/** Options by name, each with its check, or with a list of its own. */
export interface AllowedOptions {
  readonly [name: string]: Check | AllowedOptions;
}

interface Picked {
  readonly options: Record<string, unknown>;
  /** Names of what was not taken, as `fullCalendar.events`. */
  readonly leftOut: readonly string[];
}

/** Takes from the options what is on the list, and nothing else. */
export const pickAllowed = (given: PlainObject, allowed: AllowedOptions, context: CheckContext): Picked => {
  const options: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (typeof check === "object" && isPlainObject(value)) {
      const inner = pickAllowed(value, check, context);
      options[name] = inner.options;
      leftOut.push(...inner.leftOut.map((path) => `${name}.${path}`));
      continue;
    }
    const taken = typeof check === "function" ? check(value, context) : undefined;
    if (taken === undefined) leftOut.push(name);
    else options[name] = taken;
  }
  return { options, leftOut };
};

const flag: Check = (value) => (typeof value === "boolean" ? value : undefined);

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.find((allowed) => allowed === value);

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? value : undefined;

/** A text that v1 escapes wherever it shows it, and that bookings carry as it is: `O'Neill` stays one. */
const escapedText: Check = (value) => (typeof value === "string" && value.length <= 500 ? value : undefined);

/** Moment repeats what a format stands for: 60 signs make a line, not a book. */
const format: Check = (value) =>
  typeof value === "string" && value.length <= 60 ? neutralizeHtml(value) : undefined;

/** A text of v1, which is HTML or a format of sprintf there: `%1$100000000s` would make 100 MB of it. */
const sentence: Check = (value) => {
  if (typeof value !== "string" || value.length > 500) return undefined;
  const codes: readonly string[] = value.match(/%[s%]?/g) ?? [];
  return codes.length > 9 || codes.includes("%") ? undefined : neutralizeHtml(value);
};

const time =
  (minimum: number): Check =>
  (value) => {
    const [, hours, minutes, seconds = 0] =
      /^(\d\d?):([0-5]\d)(?::([0-5]\d))?$/.exec(typeof value === "string" ? value : "") ?? [];
    const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return total >= minimum && total <= 86_400 ? value : undefined;
  };

const isDay = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 7;
const day: Check = (value) => (isDay(value) ? value : undefined);

/** FullCalendar throws where no day is left. */
const days: Check = (value) =>
  Array.isArray(value) && value.length < 7 && value.every(isDay) ? [...(value as number[])] : undefined;

const colour: Check = (value, { toColour }) => (typeof value === "string" ? toColour(value) : undefined);

/** v1 writes it into `src` as it is; in a serialised address no sign ends an attribute. */
const picture: Check = (value, { baseUrl }) => {
  const url = typeof value === "string" && value ? parseUrl(value, baseUrl) : undefined;
  return value === "" ? value : url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};

/** What goes to Timekit as JSON and nowhere else: plain data of a size that a page does not notice. */
const data: Check = (value) => {
  let values = 0;
  const isData = (item: unknown, depth: number): boolean => {
    if (++values > 2_000 || depth > 10) return false;
    if (typeof item === "string") return item.length <= 5_000;
    if (Array.isArray(item)) return item.every((each) => isData(each, depth + 1));
    return isPlainObject(item)
      ? Object.entries(item).every(
          ([key, each]) => !/^(__proto__|constructor|prototype)$/.test(key) && isData(each, depth + 1),
        )
      : item === null || /^(number|boolean)$/.test(typeof item);
  };
  return isPlainObject(value) && isData(value, 0) ? value : undefined;
};

const eachOf = <Name extends string, Value>(
  names: readonly Name[],
  value: Value,
): Readonly<Record<Name, Value>> =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>;

const choices = { enabled: flag, required: flag };
const optionalFields = ["comment", "phone", "voip", "location"] as const;

/**
 * What a container may choose, which may be a stranger's comment: looks. Nothing in it becomes HTML, leaves the page,
 * is booked, or takes time. Each row has one in `test/e2e/strangers/sinks.ts`.
 */
export const containerOptions = {
  availabilityView: oneOf("agendaWeek", "listing"),
  goToFirstEvent: flag,
  showCredits: flag,
  localization: {
    showTimezoneHelper: flag,
    // Of v1's presets; with any other name it would look up a property of every object.
    timeDateFormat: oneOf("24h-dmy-mon", "12h-mdy-sun"),
    bookingDateFormat: format,
    bookingTimeFormat: format,
    strings: eachOf(
      [
        "allocatedResourcePrefix",
        "submitText",
        "successMessageTitle",
        "successMessageBody",
        "timezoneHelperLoading",
        "timezoneHelperDifferent",
        "timezoneHelperSame",
      ],
      sentence,
    ),
  },
  bookingFields: eachOf(optionalFields, choices),
  fullCalendar: {
    defaultView: matching(/^((agenda|basic)(Week|Day)|month|list(ing|Day|Week|Month|Year))$/),
    minTime: time(0),
    maxTime: time(0),
    slotDuration: time(300),
    scrollTime: time(0),
    hiddenDays: days,
    firstDay: day,
    weekends: flag,
    locale: matching(/^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i),
    isRTL: flag,
    ...eachOf(["columnFormat", "titleFormat", "timeFormat"], format),
    ...eachOf(["eventColor", "eventBackgroundColor", "eventBorderColor", "eventTextColor"], colour),
  },
} satisfies AllowedOptions;

/** What the remote configuration of a widget may say: what Timekit's admin sets, so that it books as before. */
export const widgetOptions = {
  ...containerOptions,
  name: escapedText,
  avatar: picture,
  bookingGraph: oneOf(
    "instant",
    "instant_payment",
    "confirm_decline",
    "group_customer",
    "group_customer_payment",
  ),
  calendar: escapedText,
  disableConfirmPage: flag,
  bookingFields: eachOf(["name", "email", ...optionalFields], {
    ...choices,
    locked: flag,
    placeholder: escapedText,
    prefilled: (value, context) => (value === false ? value : escapedText(value, context)),
  } satisfies AllowedOptions),
  timekitFindTime: data,
  timekitCreateBooking: data,
} satisfies AllowedOptions;

/**
 * What the browser makes of a colour, as `rgb()` or `rgba()`; undefined of what is none. FullCalendar writes colours
 * into a `style` attribute as they are, and `var(--x,"><img …>")` is a colour for `CSS.supports`: what was written
 * never goes on.
 */
export const createToColour =
  (element: HTMLElement) =>
  (text: string): string | undefined => {
    if (!isColour.test(text)) return undefined;
    const probe = builtIn(element.ownerDocument, "createElement")("span");
    // Above what the page says of every element, and at once.
    probe.style.setProperty("transition", "none", "important");
    probe.style.setProperty("color", text, "important");
    if (!probe.style.color) return undefined;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return /^rgba?\([\d., ]+\)$/.test(color) ? color : undefined;
  };

/** A name, a number sign with digits, or one of the functions that are as old as browsers that we serve. */
const isColour = /^(#[\da-f]{3,8}|[a-z]{3,30}|(rgb|hsl)a?\([\d.,%/ a-z-]{1,60}\))$/i;
