import { markup } from "../never-html/sources.ts";

/** Where an option of FullCalendar 3.5.1 or of v1 goes, if nobody looks at it. */
export type Reach = "html" | "style" | "address" | "request" | "booking" | "header" | "time" | "looks";

export interface Sink {
  /** Dotted, as in `data-config`. */
  readonly path: string;
  readonly reaches: readonly Reach[];
  /** What a stranger may try in it. */
  readonly tries: readonly unknown[];
  /** One value that is taken; absent where the option is on no list. */
  readonly fine?: unknown;
}

/** Of this host nothing is ever asked. */
export const foreignHost = "https://evil.example";

const address = (name: string): string => `${foreignHost}/${name}.js?callback=?`;
const html = (name: string): string => markup(name);
const cover = "red;position:fixed!important;inset:0!important;z-index:2147483647";
const hiddenHtml = `var(--x,${JSON.stringify('"><img src=x onerror=ran.push(`colour`)>')})`;
/** Tried in no page: where they come out is said without one. */
export const wrongTypes: readonly unknown[] = [null, 7, {}, ["x"]];

const flag = (path: string, reaches: readonly Reach[] = ["looks"]): Sink => ({
  path,
  reaches,
  tries: [html(path), "javascript", 1, {}],
  fine: true,
});

const text = (path: string, fine = "dddd D/M"): Sink => ({
  path,
  reaches: ["html", "time"],
  tries: [`[${html(path)}]`, "[x]".repeat(10_000), ...wrongTypes],
  fine,
});

const sentence = (name: string): Sink => ({
  path: `localization.strings.${name}`,
  reaches: ["html", "time"],
  tries: [
    html(name),
    `%s${html(name)}`,
    "%1$100000000s",
    "%(x)s",
    "%100000000d",
    "%",
    "%s".repeat(200),
    ...wrongTypes,
  ],
  fine: "%s: 100%% sure",
});

const colour = (name: string): Sink => ({
  path: `fullCalendar.${name}`,
  reaches: ["html", "style", "address"],
  tries: [
    cover,
    hiddenHtml,
    html(name),
    `red url(${foreignHost}/x)`,
    "inherit;top:0",
    "color(srgb 1 0 0)",
    ...wrongTypes,
  ],
  fine: "rebeccapurple",
});

const time = (name: string, fine: string, tries: readonly unknown[]): Sink => ({
  path: `fullCalendar.${name}`,
  reaches: ["time", "looks"],
  tries: [...tries, "20000:00:00", "-20:00:00", { days: 1e9 }, 1e15, html(name), ...wrongTypes],
  fine,
});

const fieldNames = ["comment", "phone", "voip", "location"] as const;

/** What a container may set. */
export const containerSinks: readonly Sink[] = [
  {
    path: "availabilityView",
    reaches: ["html", "looks"],
    tries: ["constructor", "toString", html("view"), ...wrongTypes],
    fine: "listing",
  },
  flag("goToFirstEvent"),
  flag("showCredits"),
  flag("localization.showTimezoneHelper", ["looks", "request"]),
  {
    path: "localization.timeDateFormat",
    reaches: ["looks", "header"],
    tries: ["constructor", "hasOwnProperty", html("timeDateFormat"), ...wrongTypes],
    fine: "24h-dmy-mon",
  },
  text("localization.bookingDateFormat"),
  text("localization.bookingTimeFormat", "HH:mm"),
  ...[
    "allocatedResourcePrefix",
    "submitText",
    "successMessageTitle",
    "successMessageBody",
    "timezoneHelperLoading",
    "timezoneHelperDifferent",
    "timezoneHelperSame",
  ].map(sentence),
  ...fieldNames.flatMap((name) => [
    flag(`bookingFields.${name}.enabled`, ["booking"]),
    flag(`bookingFields.${name}.required`),
  ]),
  {
    path: "fullCalendar.defaultView",
    reaches: ["html", "time"],
    tries: ["constructor", "nowhere", html("defaultView"), ...wrongTypes],
    fine: "basicWeek",
  },
  time("minTime", "06:00", ["23:59:60"]),
  time("maxTime", "24:00:00", ["24:00:01", "99:00"]),
  time("slotDuration", "00:15:00", ["00:00:01", "00:00:00", "00:04:59"]),
  time("scrollTime", "09:00:00", ["25:00:00"]),
  {
    path: "fullCalendar.hiddenDays",
    reaches: ["looks", "time"],
    tries: [[0, 1, 2, 3, 4, 5, 6], Array.from({ length: 1e5 }, () => 1), [7], ["0"], [html("hiddenDays")], 1],
    fine: [0, 6],
  },
  { path: "fullCalendar.firstDay", reaches: ["looks", "time"], tries: [-1, 7, 1e9, 0.5, "1", null], fine: 1 },
  flag("fullCalendar.weekends"),
  {
    path: "fullCalendar.locale",
    reaches: ["html", "address"],
    tries: ["../../evil", html("locale"), "x".repeat(1e5), ...wrongTypes],
    fine: "de",
  },
  flag("fullCalendar.isRTL"),
  text("fullCalendar.columnFormat"),
  text("fullCalendar.titleFormat"),
  text("fullCalendar.timeFormat", "HH:mm"),
  ...["eventColor", "eventBackgroundColor", "eventBorderColor", "eventTextColor"].map(colour),
];

const sink = (path: string, reaches: readonly Reach[], ...tries: readonly unknown[]): Sink => ({
  path,
  reaches,
  tries,
});

const admin = (
  path: string,
  reaches: readonly Reach[],
  fine: unknown,
  ...tries: readonly unknown[]
): Sink => ({
  path,
  reaches,
  tries,
  fine,
});

/** What the remote configuration of a widget may set besides: `tries` are what a container may not. */
export const widgetSinks: readonly Sink[] = [
  admin("name", ["html", "booking"], "From the admin", html("name"), "evil"),
  admin(
    "avatar",
    ["html", "address"],
    "/avatar.svg",
    `${foreignHost}/avatar.png`,
    `${foreignHost}/${html("avatar")}`,
  ),
  admin(
    "bookingGraph",
    ["booking", "request"],
    "confirm_decline",
    "group_customer",
    "constructor",
    html("graph"),
  ),
  admin("calendar", ["booking"], "c-1", "evil", html("calendar")),
  admin("disableConfirmPage", ["looks"], true, true),
  ...["name", "email", ...fieldNames].flatMap((name) => [
    admin(`bookingFields.${name}.enabled`, ["booking"], true, html("enabled")),
    admin(`bookingFields.${name}.required`, ["looks"], true, html("required")),
    admin(`bookingFields.${name}.placeholder`, ["html", "booking"], "Who?", html("placeholder"), "evil"),
    admin(`bookingFields.${name}.prefilled`, ["html", "booking"], "evil-free", html("prefilled"), "evil"),
    admin(`bookingFields.${name}.locked`, ["booking"], true, true, html("locked")),
  ]),
  admin(
    "timekitFindTime",
    ["request"],
    { future: "2 weeks" },
    { filters: { and: ["evil"] } },
    { emails: ["evil@evil.example"] },
  ),
  admin(
    "timekitCreateBooking",
    ["booking"],
    { event: { where: "Here" } },
    { customer: { name: "evil" }, event: { what: "evil" } },
  ),
];

/** Everything else that FullCalendar 3.5.1 or v1 would use: on no list. */
export const forbiddenSinks: readonly Sink[] = [
  sink("fullCalendar.events", ["address", "html"], address("events"), {
    url: address("events-url"),
    dataType: "jsonp",
  }),
  sink(
    "fullCalendar.eventSources",
    ["address", "html"],
    [address("source")],
    [{ url: address("sources"), dataType: "jsonp" }],
  ),
  sink("fullCalendar.googleCalendarApiKey", ["address"], "evil"),
  sink(
    "fullCalendar.views",
    ["html", "time"],
    { agenda: { slotDuration: "00:00:01" } },
    { listing: { duration: { years: 1e5 } } },
    { week: { allDayHtml: html("views"), allDaySlot: true } },
  ),
  sink("fullCalendar.allDayHtml", ["html"], html("allDayHtml")),
  sink("fullCalendar.allDayText", ["html"], html("allDayText")),
  sink("fullCalendar.allDaySlot", ["looks"], true),
  sink("fullCalendar.weekNumbers", ["looks"], true),
  sink("fullCalendar.weekNumberTitle", ["html"], html("weekNumberTitle")),
  sink("fullCalendar.noEventsMessage", ["html"], html("noEventsMessage")),
  sink("fullCalendar.eventLimit", ["looks"], true, 1),
  sink("fullCalendar.eventLimitText", ["html"], html("eventLimitText")),
  sink("fullCalendar.dayPopoverFormat", ["html"], `[${html("dayPopoverFormat")}]`),
  sink("fullCalendar.buttonText", ["html"], { today: html("buttonText") }),
  sink("fullCalendar.buttonIcons", ["html"], { prev: html("buttonIcons") }),
  sink("fullCalendar.themeButtonIcons", ["html"], { prev: html("themeButtonIcons") }),
  sink("fullCalendar.theme", ["looks"], true, html("theme")),
  sink("fullCalendar.themeSystem", ["looks"], "constructor"),
  sink("fullCalendar.bootstrapGlyphicons", ["html"], { prev: html("glyphicons") }),
  sink("fullCalendar.header", ["html"], { left: html("header"), center: "title", right: "prev,next" }),
  sink("fullCalendar.footer", ["html"], { left: html("footer") }),
  sink("fullCalendar.customButtons", ["html"], { evil: { text: html("customButtons"), icon: html("icon") } }),
  sink("fullCalendar.height", ["style", "time"], 1e9, "red;position:fixed"),
  sink("fullCalendar.contentHeight", ["style"], 1e9, cover),
  sink("fullCalendar.aspectRatio", ["style"], 1e-9),
  sink("fullCalendar.handleWindowResize", ["looks"], true),
  sink("fullCalendar.windowResizeDelay", ["time"], 0),
  sink("fullCalendar.slotLabelFormat", ["html"], `[${html("slotLabelFormat")}]`),
  sink("fullCalendar.slotLabelInterval", ["time"], "00:00:01"),
  sink("fullCalendar.snapDuration", ["time"], "00:00:00.001"),
  sink("fullCalendar.defaultTimedEventDuration", ["time"], { years: 1e6 }),
  sink("fullCalendar.defaultAllDayEventDuration", ["time"], { years: 1e6 }),
  sink("fullCalendar.forceEventDuration", ["looks"], true),
  sink("fullCalendar.defaultDate", ["looks", "time"], "9999-01-01", html("defaultDate")),
  sink("fullCalendar.now", ["looks"], "9999-01-01"),
  sink("fullCalendar.validRange", ["time"], { start: "0001-01-01", end: "9999-01-01" }),
  sink("fullCalendar.visibleRange", ["time"], { start: "0001-01-01", end: "9999-01-01" }),
  sink("fullCalendar.dayCount", ["time"], 1e6),
  sink("fullCalendar.duration", ["time"], { years: 1e5 }),
  sink("fullCalendar.timezone", ["request"], "evil"),
  sink("fullCalendar.startParam", ["address"], "evil"),
  sink(
    "fullCalendar.businessHours",
    ["time"],
    Array.from({ length: 2_000 }, () => ({ start: "00:00", end: "24:00" })),
  ),
  sink(
    "fullCalendar.monthNames",
    ["html"],
    Array.from({ length: 12 }, () => html("monthNames")),
  ),
  sink(
    "fullCalendar.monthNamesShort",
    ["html"],
    Array.from({ length: 12 }, () => html("monthNamesShort")),
  ),
  sink(
    "fullCalendar.dayNames",
    ["html"],
    Array.from({ length: 7 }, () => html("dayNames")),
  ),
  sink(
    "fullCalendar.dayNamesShort",
    ["html"],
    Array.from({ length: 7 }, () => html("dayNamesShort")),
  ),
  sink("fullCalendar.listDayFormat", ["html"], `[${html("listDayFormat")}]`),
  sink("fullCalendar.listDayAltFormat", ["html"], `[${html("listDayAltFormat")}]`),
  sink("fullCalendar.dropAccept", ["html"], html("dropAccept")),
  sink("fullCalendar.unselectCancel", ["html"], html("unselectCancel")),
  sink("fullCalendar.selectable", ["looks"], true),
  sink("fullCalendar.selectHelper", ["looks"], true),
  sink("fullCalendar.editable", ["booking"], true),
  sink("fullCalendar.droppable", ["booking"], true),
  sink("fullCalendar.eventRender", ["html"], html("eventRender")),
  sink("fullCalendar.eventClick", ["html"], html("eventClick")),
  sink("fullCalendar.windowResize", ["html"], html("windowResize")),
  sink("fullCalendar.navLinks", ["html"], true),
  sink("fullCalendar.navLinkDayClick", ["html"], html("navLink")),
  sink("fullCalendar.eventConstraint", ["time"], "businessHours"),
  sink("fullCalendar.schedulerLicenseKey", ["html"], html("licence")),
  sink("fullCalendar.resources", ["address"], address("resources")),
  sink("widgetId", ["address", "request", "booking"], "evil-widget"),
  sink("widgetSlug", ["address", "request"], "evil-widget"),
  sink("disableRemoteLoad", ["request"], true),
  sink("targetEl", ["html"], "#owners", html("targetEl")),
  sink("autoload", ["looks"], true),
  sink("debug", ["looks"], true),
  sink("apiToken", ["header"], "evil"),
  sink("email", ["header", "request"], "evil@evil.example"),
  sink("app", ["header"], "evil"),
  sink(
    "timekitConfig",
    ["address", "header"],
    { apiBaseUrl: `${foreignHost}/` },
    { headers: { "X-Evil": "evil" } },
    { apiVersion: "../evil" },
    { inputTimestampFormat: "evil" },
    { timezone: "evil" },
  ),
  sink("timekitFindTimeTeam", ["request", "booking"], { users: [{ _email: "evil@evil.example" }] }),
  sink("timekitUpdateBooking", ["booking"], { evil: true }),
  sink("createBookingResponseInclude", ["request"], ["evil"]),
  sink("localization.emailTimeFormat", ["header"], "evil", "evil\r\nX-Evil: evil", "\u{1f600}"),
  sink("localization.strings.evil", ["html"], html("strings")),
  sink("localization.evil", ["looks"], html("localization")),
  sink("bookingFields.evil", ["html"], { enabled: true, placeholder: html("field") }),
  sink("bookingFields.comment.evil", ["html"], html("comment")),
  sink("callbacks", ["html"], { findTimeSuccessful: html("callbacks") }),
  sink("length", ["looks"], 1e9),
  sink('"><img src=x onerror=ran.push(1)>', ["html"], 1),
];
