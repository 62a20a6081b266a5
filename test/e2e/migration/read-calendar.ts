// Runs in the page, so it leans on nothing outside of itself.

/** What a visitor can see of a calendar before choosing a time, the same for both versions. */
export interface SeenCalendar {
  /** The error screen, which says in each version what failed there. */
  readonly hasFailed: boolean;
  readonly name: string;
  readonly avatar: string;
  readonly view: string;
  /** Starts and ends on the visitor's clock, as `2026-11-25T09:00/2026-11-25T10:00`. */
  readonly slots: readonly string[];
  /** The texts of the columns or days, of the hours and of the times as they are drawn. */
  readonly headings: readonly string[];
  readonly hours: readonly string[];
  readonly times: readonly string[];
  readonly hasTimeZone: boolean;
}

/** Reads it; to be called in the page. */
export const readCalendar = (): SeenCalendar => {
  const texts = (selector: string): string[] =>
    [...document.querySelectorAll(selector)]
      .map((element) => element.textContent.trim())
      .filter((text) => text !== "");
  // v3 hands out its calendar, which is one of FullCalendar 5; the names of its views are those of 3 here.
  const newer = Reflect.get(window, "calendar5") as (() => Calendar5) | undefined;
  type Calendar5 = { view: { type: string }; getEvents(): { startStr: string; endStr: string }[] };
  const oldNames: Record<string, string> = {
    timeGridWeek: "agendaWeek",
    timeGridDay: "agendaDay",
    dayGridDay: "basicDay",
    dayGridWeek: "basicWeek",
    dayGridMonth: "month",
  };
  type Moment = { format(pattern: string): string };
  type Calendar = {
    fullCalendar(method: "clientEvents"): { start: Moment; end: Moment }[];
    fullCalendar(method: "getView"): { name: string };
  };
  const jQuery = Reflect.get(window, "jQuery") as (selector: string) => Calendar;
  // By our tag v1 has a jQuery of its own, and hands out the calendar itself.
  const embedded = Reflect.get(window, "calendar3") as (() => Calendar) | undefined;
  const hasCalendar = document.querySelector(".bookingjs-calendar") !== null;
  const calendar = newer ? undefined : embedded ? embedded() : jQuery(".bookingjs-calendar");
  const moment = (value: Moment): string => value.format("YYYY-MM-DD[T]HH:mm");
  return {
    hasFailed:
      document.querySelector(".bookingjs-error") !== null || Reflect.get(window, "hasFailed") === true,
    name: texts(".bookingjs-displayname").join(" "),
    avatar: document.querySelector<HTMLImageElement>(".bookingjs-avatar img")?.src ?? "",
    view: hasCalendar
      ? newer
        ? (oldNames[newer().view.type] ?? newer().view.type)
        : (calendar?.fullCalendar("getView").name ?? "")
      : "",
    slots: !hasCalendar
      ? []
      : newer
        ? newer()
            .getEvents()
            .map(({ startStr, endStr }) => `${startStr.slice(0, 16)}/${endStr.slice(0, 16)}`)
            .sort()
        : (calendar?.fullCalendar("clientEvents") ?? [])
            .map(({ start, end }) => `${moment(start)}/${moment(end)}`)
            .sort(),
    headings: texts(
      ".fc-day-header, .fc-list-heading-main, .fc-list-heading-alt, .fc-col-header-cell, .fc-list-day-text, .fc-list-day-side-text",
    ),
    hours: texts(".fc-slats .fc-time, .fc-timegrid-slot-label"),
    times: texts(".fc-event .fc-time, .fc-list-item-time, .fc-event .fc-event-time, .fc-list-event-time"),
    hasTimeZone: document.querySelector(".bookingjs-timezonehelper, .bookingjs-footer-tz") !== null,
  };
};

/** What a visitor can see of the form. */
export interface SeenForm {
  readonly date: string;
  readonly time: string;
  readonly fields: readonly string[];
  readonly button: string;
}

/** Reads the form that is open; to be called in the page. */
export const readForm = (): SeenForm => {
  const text = (selector: string): string => document.querySelector(selector)?.textContent.trim() ?? "";
  return {
    date: text(".bookingjs-bookpage-date"),
    time: text(".bookingjs-bookpage-time"),
    fields: [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".bookingjs-form-input"),
    ].map((field) =>
      [
        field.name,
        field.type,
        field.closest(".bookingjs-form-field")?.querySelector("label")?.textContent.trim(),
        field.placeholder,
        field.value,
        field.required ? "required" : "optional",
        field.readOnly ? "locked" : "open",
      ].join(" | "),
    ),
    button: text(".bookingjs-form-button .inactive-text"),
  };
};

/** What a visitor reads after booking; to be called in the page. */
export const readThanks = (): string => {
  const message = document.querySelector(".bookingjs-form-success-message");
  const nodes = message ? document.createTreeWalker(message, NodeFilter.SHOW_TEXT) : undefined;
  const texts: string[] = [];
  while (nodes?.nextNode()) {
    const { parentElement, nodeValue } = nodes.currentNode;
    if (parentElement?.closest("[hidden]") === null) texts.push(nodeValue ?? "");
  }
  return texts.join(" ").replace(/\s+/g, " ").trim();
};
