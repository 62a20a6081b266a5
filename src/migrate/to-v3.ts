import type { Migration, MigrationNote, NoteKind, Plain, PlainObject } from "./migration.ts";
import { arrange } from "./draft.ts";
import { findName, toViewName } from "./rules/full-calendar-names.ts";
import { todoPrefix } from "./reshape/mark-unread.ts";
import { isSpread } from "./source/found.ts";

/**
 * Makes options of v3 out of those of v2, which are called alike but for the calendar's own, and says where v3 does
 * worse. It is executed against the published 3.3.1 by the tests of migrations.
 */
export const toV3 = (v2: Migration, { isRemote }: { readonly isRemote: boolean }): Migration => {
  const notes: MigrationNote[] = v2.notes.map(inWordsOfV3);
  const config: PlainObject = { ...v2.config };
  const note = (path: string, kind: NoteKind, text: string): void => void notes.push({ path, kind, text });
  const todo = (path: string, value: Plain): void => void (config[`${todoPrefix}${path}`] = value);

  if ("api_url" in config) {
    config["api_base_url"] = config["api_url"] ?? "";
    delete config["api_url"];
    note("api_url", "renamed", "Is api_base_url.");
  }
  moveElement(config, note);
  const ui = moveAppearance({ ...toObject(config["ui"]) }, isRemote, note);
  const calendar = isObject(config["fullcalendar"] ?? {})
    ? moveCalendar(toObject(config["fullcalendar"]), { path: "fullCalendar", note, todo })
    : undefined;
  if (calendar) config["fullcalendar"] = likeV2(calendar, ui, isRemote);
  if (Object.keys(ui).length > 0) config["ui"] = ui;
  noteForm(config, note);
  if (calendar?.["locale"] !== undefined) note("fullCalendar.locale", "reshaped", localDates);
  for (const [path, text] of worse) note(path, "needs-you", text);
  const renamed = new Set(notes.filter(({ text }) => text.startsWith("Is ")).map(({ path }) => path));
  const isSaid = ({ path, text }: MigrationNote): boolean =>
    text.startsWith("Your function") && renamed.has(path);
  return { config, notes: arrange(notes.filter((one) => !isSaid(one))) };
};

type Note = (path: string, kind: NoteKind, text: string) => void;

// v3 cuts the `#` off and asks for an id.
const moveElement = (config: PlainObject, note: Note): void => {
  const { el } = config;
  if (el === undefined) return;
  if (typeof el === "string" && /^#[^\s.#:[\]>+~,*()]+$/.test(el)) {
    if (el !== "#bookingjs") note("targetEl", "needs-you", severalCalendars);
    return;
  }
  delete config["el"];
  note("targetEl", "needs-you", onlyIds);
};

const moveAppearance = (ui: PlainObject, isRemote: boolean, note: Note): PlainObject => {
  const format = ui["time_date_format"];
  if (format === false) note("localization.timeDateFormat", "reshaped", withoutPreset);
  if (format === "24h-dmy-mon") note("localization.timeDateFormat", "reshaped", shortDay);
  if (format === undefined && isRemote) note("localization.timeDateFormat", "needs-you", projectFormat);
  const isTwelve = format === "12h-mdy-sun" || (format === undefined && !isRemote);
  if (isTwelve && ui["booking_time_format"] === undefined) ui["booking_time_format"] = "h:mma";
  if (ui["availability_view"] === undefined && !isRemote) ui["availability_view"] = "agendaWeek";
  const texts = toObject(ui["localization"]);
  const message = texts["success_message"];
  // Where the message does not name the visitor's address, v3 puts it at the end.
  if (typeof message === "string" && !/(?:^|[^%])(?:%%)*%s/.test(message))
    ui["localization"] = { ...texts, success_message: `${message}<span hidden>%s</span>` };
  const hidesZones = ui["show_timezone_helper"] === false;
  if (hidesZones && ui["show_credits"] !== false) {
    ui["show_credits"] = false;
    note("localization.showTimezoneHelper", "needs-you", zonesAndCredits);
  }
  return ui;
};

// What v3 draws otherwise unless it is told.
const likeV2 = (calendar: PlainObject, ui: PlainObject, isRemote: boolean): PlainObject => {
  const isListing = ui["availability_view"] === "listing";
  const format = ui["time_date_format"];
  const isTwelve = format === "12h-mdy-sun" || (format === undefined && !isRemote);
  const views = toObject(calendar["views"]);
  const preset = isTwelve ? "12h-mdy-sun" : format;
  const day = typeof preset === "string" ? dayHeads[preset] : undefined;
  const ownFormat = "dayHeaderFormat" in calendar;
  return {
    ...(isTwelve && { eventTimeFormat: twelveHours, slotLabelFormat: twelveHours }),
    ...(isListing && { initialView: "listing", headerToolbar: false }),
    ...calendar,
    views: {
      ...views,
      timeGrid: {
        ...("displayEventEnd" in calendar ? {} : { displayEventEnd: false }),
        ...toObject(views["timeGrid"]),
      },
      // What v3 shows on phones.
      ...(day !== undefined && !ownFormat && { dayGridDay: { ...day, ...toObject(views["dayGridDay"]) } }),
      ...(isListing && { listing: { listDaySideFormat: "dddd", ...toObject(views["listing"]) } }),
    },
  };
};

// As v1 heads the one day of a narrow calendar. The preset of 24 h has a function for that, which nothing turns off.
const dayHeads: Readonly<Record<string, PlainObject>> = {
  "12h-mdy-sun": { dayHeaderFormat: "dddd M/D" },
};

const twelveHours = { hour: "numeric", minute: "2-digit", meridiem: "short" } as const;

interface Moving {
  /** The v1 option whose options these are. */
  readonly path: string;
  readonly note: Note;
  readonly todo: (path: string, value: Plain) => void;
}

const moveCalendar = (options: PlainObject, { path: above, note, todo }: Moving): PlainObject => {
  const moved: PlainObject = {};
  for (const [name, value] of Object.entries(options)) {
    const path = `${above}.${name}`;
    if (isSpread(name)) {
      todo(path, value);
      note(above, "needs-you", otherNames);
      continue;
    }
    const rule = findName(name);
    if (rule === undefined || rule.outcome === "dropped") {
      note(path, "dropped", rule?.text ?? unknownName);
      continue;
    }
    if (name === "views" && isObject(value)) {
      moved[name] = moveViews(value, { path, note, todo });
      continue;
    }
    const to = rule.outcome === "renamed" ? rule.to : name;
    const kind = typeof value === "function" ? "needs-you" : "renamed";
    if (rule.outcome === "renamed")
      note(path, kind, `Is ${to}.${kind === "needs-you" ? ` ${otherArguments}` : ""}`);
    moved[to] = moveValue(name, value);
  }
  return moved;
};

const moveViews = (views: PlainObject, { path, note, todo }: Moving): PlainObject => {
  const moved: PlainObject = {};
  for (const [name, options] of Object.entries(views)) {
    const to = toViewName(name);
    if (to !== name) note(`${path}.${name}`, "renamed", `Is ${to}.`);
    moved[to] = isObject(options) ? moveCalendar(options, { path: `${path}.${name}`, note, todo }) : options;
  }
  return moved;
};

const moveValue = (name: string, value: Plain): Plain => {
  if (name === "isRTL") return value === true ? "rtl" : "ltr";
  if (name === "defaultView" && typeof value === "string") return toViewName(value);
  if ((name === "header" || name === "footer") && isObject(value)) return renameViewsIn(value);
  if (name === "businessHours") return Array.isArray(value) ? value.map(renameDays) : renameDays(value);
  return value;
};

// `left: "agendaWeek,agendaDay"`
const renameViewsIn = (toolbar: PlainObject): PlainObject =>
  Object.fromEntries(
    Object.entries(toolbar).map(([side, buttons]): [string, Plain] => [
      side,
      typeof buttons === "string" ? buttons.replace(/\w+/g, toViewName) : buttons,
    ]),
  );

const renameDays = (hours: Plain): Plain => {
  if (!isObject(hours) || !("dow" in hours)) return hours;
  const { dow, ...others } = hours;
  return { ...others, ...(dow !== undefined && { daysOfWeek: dow }) };
};

const noteForm = (config: PlainObject, note: Note): void => {
  const fields = Object.entries(toObject(config["customer_fields"]));
  const others: readonly Plain[] = ["textarea", "tel"];
  const isLine = ([name, field]: [string, Plain]): boolean =>
    name !== "comment" && name !== "phone" && !others.includes(toObject(field)["format"] ?? "");
  if (fields.length === 0 || fields.some(isLine)) note("bookingFields", "needs-you", refusedNames);
  if (fields.some(([name]) => name === "phone")) note("bookingFields.phone", "needs-you", refusedNumbers);
};

const isObject = (value: Plain): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const toObject = (value: Plain | undefined): PlainObject =>
  value !== undefined && isObject(value) ? value : {};

// The rules are those of v2; what they say holds of v3, but for these.
const inWordsOfV3 = (note: MigrationNote): MigrationNote => {
  const own = ownWords.find(([pattern]) => pattern.test(note.path) && note.kind !== "dropped");
  if (own) return { ...note, kind: own[1], text: own[2] };
  if (note.text.startsWith("Your function"))
    return { ...note, text: `Your function is carried over. ${otherArguments}` };
  return { ...note, text: note.text.replaceAll(/\bv2\b/g, "v3") };
};

const otherArguments =
  "It gets other arguments in v3: dates are Date objects and plain texts (startStr), never moments, and your data stands in extendedProps. Check what it reads.";

const ownWords: readonly (readonly [RegExp, NoteKind, string])[] = [
  [/^targetEl$/, "renamed", "Is el, which in v3 is an id alone, as #bookingjs."],
  [
    /^fullCalendar$/,
    "reshaped",
    "Is fullcalendar, in lower case. v3 has FullCalendar 5, many of whose options are called otherwise.",
  ],
  [
    /^callbacks\.(?:clickTimeslot|showBookingPage)$/,
    "needs-you",
    `Has the same name. ${otherArguments} The resources are in extendedProps.resources.`,
  ],
];

const onlyIds =
  "v3 finds its element by id alone and stays blank with any other selector. Give the element an id and write it into el, as #calendar; without el it is #bookingjs.";
const severalCalendars =
  "If this page has several calendars: in v3 the list of time zones of the second does nothing, that of the first changes both, and the labels of the fields leak from the first to the second.";
const withoutPreset =
  "v3 then shows times without am and pm. Choose 12h-mdy-sun or 24h-dmy-mon if that matters.";
const zonesAndCredits =
  "v3 shows an error screen when the time zones are hidden and the credits are shown, so show_credits: false is written, too.";
const shortDay = "On phones v3 heads the day in short (Wed 25/11), where v1 writes its whole name.";
const projectFormat =
  "Where the project has 12 hours, v3 writes 09:00am for v1's 9:00am. For v1's look set ui.booking_time_format: 'h:mma' and fullcalendar.eventTimeFormat: { hour: 'numeric', minute: '2-digit', meridiem: 'short' }.";
const localDates =
  "v3 writes days and hours in this language by itself, where v1 did so with a language file only. The texts of buttons need fullcalendar.buttonText.";
const otherNames =
  "Options of another object are added here, whose names are those of FullCalendar 3. Where the lines say TODO, write them with the names of FullCalendar 5.";
const unknownName = "FullCalendar 5 knows no option of this name and would warn of it, so it is left out.";
const refusedNames =
  "v3 refuses + / : ; and typographic marks in lines of text and e-mail addresses: visitors like jane+x@example.com or O’Brien cannot book. v1 and v2 take them.";
const refusedNumbers = "v3 takes only digits, spaces and + ( ) - in telephone numbers.";

/** Where v3 does worse than v1 with any configuration. */
const worse: readonly (readonly [string, string])[] = [
  [
    "",
    "After a booking that failed, v3's form stays stuck until the visitor closes and opens it. v1 and v2 let them try again.",
  ],
  [
    "",
    "v3's style sheet asks fonts.googleapis.com for a font at each visit, which your privacy notice or consent may have to name. v1 and v2 ask Timekit alone.",
  ],
];
