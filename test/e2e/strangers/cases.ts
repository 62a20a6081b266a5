import { markup } from "../never-html/sources.ts";
import { containerSinks, forbiddenSinks, foreignHost, type Sink, widgetSinks, wrongTypes } from "./sinks.ts";

/** One thing that a stranger tries, in a calendar of its own. */
export interface Case {
  readonly name: string;
  /** Where he has his say: in a container, in Timekit's remote configuration, or in its other answers. */
  readonly place: "container" | "widget" | "answer";
  /** Attributes of the container, `data-config` among them. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The remote configuration of the widget that the owner names. */
  readonly widget?: unknown;
  /** v1 options of the owner. */
  readonly owners?: Readonly<Record<string, unknown>>;
  /** Timekit's answers, by a part of the path. */
  readonly answers?: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly status?: number;
  readonly data?: unknown;
  /** Made of each free time. */
  readonly change?: (times: { readonly start: string; readonly end: string }) => unknown;
}

/** `{ a: { b: value } }` of `a.b`. */
const nest = (path: string, value: unknown): unknown =>
  path.startsWith('"')
    ? { [path]: value }
    : path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 60);

const isVisible = { localization: { showTimezoneHelper: true } };

const isBold = (value: unknown): boolean => !wrongTypes.includes(value);

const toContainer = ({ path, tries }: Sink): readonly Case[] =>
  tries.filter(isBold).map((value) => ({
    name: `container ${path} = ${shown(value)}`,
    place: "container",
    attributes: { "data-config": JSON.stringify(nest(path, value)) },
  }));

/** Of what is on no list, or may be set, a remote configuration is one case: it may ask a host for its picture. */
const toWidget = ({ path, tries }: Sink): readonly Case[] =>
  tries
    .filter((value) => !(path === "avatar" && String(value).startsWith(foreignHost)))
    .filter(isBold)
    .slice(0, 1)
    .map((value) => ({
      name: `widget ${path} = ${shown(value)}`,
      place: "widget",
      widget: { ...isVisible, ...Object(nest(path, value)) },
    }));

const attribute = (name: string, value: string): Case => ({
  name: `container data-${name} = ${shown(value)}`,
  place: "container",
  attributes: { [`data-${name}`]: value },
});

const evilUrl = `${foreignHost}/x.js`;
const html = markup("attribute");

const attributes: readonly Case[] = [
  attribute("broker-url", `${foreignHost}/client-token`),
  attribute("vendor-url", evilUrl),
  attribute("upgrade-url", evilUrl),
  attribute("words", JSON.stringify({ loading: html })),
  attribute("nonce", "evil"),
  attribute("target", "#owners"),
  attribute("resource-id", "evil"),
  attribute("containers", "trusted"),
  attribute("debug", "on"),
  attribute("min-height", "1000000000px"),
  attribute("min-height", "calc(1px * 1000000)"),
  attribute("min-height", "1px;position:fixed;inset:0"),
  attribute("fallback-url", "javascript:ran.push(1)"),
  attribute("lang", html),
  attribute("notice", html),
  attribute("lazy", html),
  attribute("start", html),
  attribute("config", html),
  attribute("config", JSON.stringify({ a: "x".repeat(1_000_000) })),
  attribute("config", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`),
  attribute("config", `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join()}}`),
  attribute("config", '{"__proto__":{"widgetId":"evil"}}'),
  attribute("config", '{"fullCalendar":{"constructor":{"prototype":{"events":"evil"}}}}'),
];

const colours = [
  `var(--x,${JSON.stringify('"><img src=x onerror=ran.push(`slot`)>')})`,
  "red;position:fixed!important;inset:0!important;z-index:2147483647",
];
const slotKeys = [
  "color",
  "backgroundColor",
  "borderColor",
  "textColor",
  "className",
  "url",
  "title",
  "rendering",
  "source",
  "resourceId",
  "constraint",
  "id",
];

const inFindTime = (more: object, name = shown(more)): Case => ({
  name: `slots with ${name}`,
  place: "answer",
  answers: { "/findtime": { change: (times) => ({ ...times, ...more }) } },
});

const group = { bookingGraph: "group_customer" };
const inGroups = (more: object, info: object = {}): Case => ({
  name: `groups with ${shown({ ...more, info })}`,
  place: "answer",
  owners: group,
  answers: {
    "/bookings/groups": {
      change: (times) => ({
        id: "g",
        ...more,
        attributes: { event_info: { ...times, what: "Yoga", ...info } },
      }),
    },
  },
});

const answer = (path: string, data: unknown, status = 200, owners: Record<string, unknown> = {}): Case => ({
  name: `${status} of ${path} with ${shown(data)}`,
  place: "answer",
  owners,
  answers: { [path]: { data, status } },
});

const many = (count: number): unknown =>
  Array.from({ length: count }, (_, index) => {
    const start = new Date(Date.now() + index * 900_000).toISOString();
    return { start, end: new Date(Date.parse(start) + 900_000).toISOString() };
  });

const answers: readonly Case[] = [
  ...slotKeys.flatMap((key) => [inFindTime({ [key]: colours[0] }), inFindTime({ [key]: colours[1] })]),
  inFindTime({ url: "javascript:ran.push('url')" }),
  inFindTime({ title: markup("title"), description: markup("description") }),
  inFindTime({ users: [{ name: markup("users"), email: "evil@evil.example", token: "evil" }] }),
  inFindTime({ start: markup("start") }, "HTML as start"),
  inFindTime({ end: "9999-12-31T00:00:00Z" }, "an end in 9999"),
  inFindTime({ allDay: true, dow: [0, 1, 2, 3, 4, 5, 6], ranges: [{ start: "0001-01-01" }] }),
  answer("/findtime", many(20_000)),
  answer("/findtime", [null, 7, "x", [], markup("list")]),
  answer("/findtime", markup("text")),
  ...colours.map((color) => inGroups({ color, textColor: color })),
  inGroups({ url: "javascript:ran.push('url')", className: html }),
  inGroups({ id: markup("id") }),
  inGroups({ id: { toString: "evil" } }),
  inGroups({}, { what: markup("what") }),
  inGroups({}, { start: markup("start") }),
  inGroups({}, { end: "9999-12-31T00:00:00Z" }),
  answer("/bookings/groups", [{ id: "g" }, null, { attributes: {} }], 200, group),
  answer("/users/timezone", { timezone: markup("zone"), utc_offset: markup("offset") }),
  answer("/users/timezone", { utc_offset: "%1$100000000s" }),
  answer("/users/timezone", { utc_offset: 1e308 }),
  answer("/users/timezone", null),
  ...["/findtime", "/users/timezone", "/bookings?"].flatMap((path) => [
    answer(
      path.replace("?", ""),
      { error: markup("error"), errors: { [markup("key")]: [markup("value")] } },
      422,
    ),
  ]),
  answer("/bookings", {
    id: markup("id"),
    state: markup("state"),
    attributes: { event_info: { what: markup("what") } },
  }),
  ...[markup("id"), { a: 1 }, "x".repeat(1e5)].map((id) => ({
    ...answer("/widgets/", { id, config: isVisible }),
    place: "widget" as const,
  })),
  {
    ...answer("/widgets/", { id: "w", config: { timekitFindTimeTeam: { users: [{ _token: "evil" }] } } }),
    place: "widget",
  },
  { ...answer("/widgets/", { id: "w", config: markup("config") }), place: "widget" },
];

/** What nobody would mind: what is booked with it is what has to be booked with the others. */
export const innocent: Case = { name: "an ordinary container", place: "container", attributes: {} };

/** All that strangers try. */
export const cases: readonly Case[] = [
  ...[...containerSinks, ...forbiddenSinks, ...widgetSinks].flatMap(toContainer),
  ...attributes,
  ...[...widgetSinks, ...forbiddenSinks, ...containerSinks].flatMap(toWidget),
  ...answers,
];

const firstOnes =
  /^container (fullCalendar\.(events|eventColor|slotDuration|eventSources) |widgetId|timekitCreateBooking|name |localization\.(emailTimeFormat|strings\.successMessageBody))|^widget (fullCalendar\.events|name|fullCalendar\.eventColor) |^slots with \{"(color|url)|data-min-height/;

/** What went wrong once, for the tests that run each time. */
export const representativeCases: readonly Case[] = cases
  .filter(({ name }) => firstOnes.test(name))
  .filter((_, index) => index % 2 === 0);

/** Containers beyond the tenth wait until they are near the viewport, so no page has more; one is the innocent one. */
const perPage = 9;

/** The cases in portions that all start at once. */
export const toPages = (tried: readonly Case[]): readonly (readonly Case[])[] =>
  Array.from({ length: Math.ceil(tried.length / perPage) }, (_, index) =>
    tried.slice(index * perPage, (index + 1) * perPage),
  );
