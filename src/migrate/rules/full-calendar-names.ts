/** What becomes of an option of FullCalendar 3 in FullCalendar 5, which v3 has. */
export type NameRule =
  | { readonly outcome: "kept" }
  | { readonly outcome: "renamed"; readonly to: string; readonly takesFunction?: true }
  | { readonly outcome: "dropped"; readonly text: string };

/** The rule of an option of the calendar or of one of its views; undefined for a name that FullCalendar 5 does not know. */
export const findName = (name: string): NameRule | undefined => names.get(name);

/** The name of a view, or of a kind of views, in FullCalendar 5; the same where it did not change. */
export const toViewName = (name: string): string => views[name] ?? name;

const views: Readonly<Record<string, string>> = {
  agendaWeek: "timeGridWeek",
  agendaDay: "timeGridDay",
  basicWeek: "dayGridWeek",
  basicDay: "dayGridDay",
  month: "dayGridMonth",
  basic: "dayGrid",
  agenda: "timeGrid",
};

const same = `titleFormat slotLabelFormat slotLabelInterval locale weekends hiddenDays firstDay fixedWeekCount weekNumbers
  weekNumberCalculation businessHours height contentHeight aspectRatio handleWindowResize windowResizeDelay
  dayPopoverFormat nowIndicator now navLinks allDaySlot allDayText slotDuration snapDuration scrollTime slotEventOverlap
  displayEventTime displayEventEnd defaultTimedEventDuration nextDayThreshold eventColor eventBackgroundColor
  eventBorderColor eventTextColor eventClick windowResize loading events eventSources buttonText buttonIcons
  customButtons themeSystem views duration dayCount visibleRange validRange eventOrder longPressDelay`;

const renamed: Readonly<Record<string, string>> = {
  header: "headerToolbar",
  footer: "footerToolbar",
  defaultView: "initialView",
  defaultDate: "initialDate",
  minTime: "slotMinTime",
  maxTime: "slotMaxTime",
  timeFormat: "eventTimeFormat",
  columnFormat: "dayHeaderFormat",
  columnHeader: "dayHeaders",
  columnHeaderFormat: "dayHeaderFormat",
  isRTL: "direction",
  weekNumberTitle: "weekText",
  eventLimit: "dayMaxEventRows",
  eventLimitText: "moreLinkText",
  eventLimitClick: "moreLinkClick",
  allDayHtml: "allDayContent",
  agendaEventMinHeight: "eventMinHeight",
  listDayAltFormat: "listDaySideFormat",
  noEventsMessage: "noEventsText",
};

const renamedFunctions: Readonly<Record<string, string>> = {
  columnHeaderText: "dayHeaderContent",
  columnHeaderHtml: "dayHeaderContent",
  eventRender: "eventContent",
  eventAfterRender: "eventDidMount",
  eventDestroy: "eventWillUnmount",
  eventMouseover: "eventMouseEnter",
  eventMouseout: "eventMouseLeave",
  viewRender: "datesSet",
  viewDestroy: "viewWillUnmount",
  dayRender: "dayCellDidMount",
};

const dropped: Readonly<Record<string, readonly string[]>> = {
  "v3 leaves FullCalendar's interaction out, so days cannot be clicked and nothing can be dragged.": [
    "dayClick",
    "selectable",
    "select",
    "editable",
  ],
  "FullCalendar 5 takes the names of months and days from its locale: set fullcalendar.locale.": [
    "monthNames",
    "monthNamesShort",
    "dayNames",
    "dayNamesShort",
  ],
  "FullCalendar 5 has no such option.": [
    "eventAfterAllRender",
    "eventRenderWait",
    "theme",
    "themeButtonIcons",
    "bootstrapGlyphicons",
    "dragOpacity",
    "smallTimeFormat",
    "extraSmallTimeFormat",
    "googleCalendarApiKey",
  ],
};

const names = new Map<string, NameRule>([
  ...same.split(/\s+/).map((name): [string, NameRule] => [name, { outcome: "kept" }]),
  ...Object.entries(renamed).map(([name, to]): [string, NameRule] => [name, { outcome: "renamed", to }]),
  ...Object.entries(renamedFunctions).map(([name, to]): [string, NameRule] => [
    name,
    { outcome: "renamed", to, takesFunction: true },
  ]),
  ...Object.entries(dropped).flatMap(([text, list]) =>
    list.map((name): [string, NameRule] => [name, { outcome: "dropped", text }]),
  ),
]);
