import { describe, expect, test } from "vitest";
import { readSnippet } from "../../../../src/migrate/snippet/read-snippet.ts";
import type { Callable } from "../../../../src/migrate/index.ts";
import { sourceOf } from "../../../../src/migrate/source/code.ts";
import { snippets } from "./snippets.ts";

const configsOf = (text: string): readonly unknown[] =>
  readSnippet(text).calendars.map(({ config }) => config);
const anyFunction: unknown = expect.any(Function);

/** The sources of the stand-ins in a configuration, in order. */
const functionsIn = (value: unknown): readonly string[] => {
  if (typeof value === "function") return [sourceOf(value as Callable)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(functionsIn) : [];
};

describe("what people have on their sites", () => {
  test("autoload: the global of the page", () => {
    expect(readSnippet(snippets.autoload)).toMatchObject({
      calendars: [
        {
          at: { line: 5, column: 33 },
          kind: "autoload",
          config: {
            app: "clara-clayton",
            email: "clara@example.com",
            apiToken: "s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja",
            name: "Clara's lessons",
            localization: { timeDateFormat: "24h-dmy-mon" },
          },
        },
      ],
      unread: [],
    });
  });

  test("instantiated: the argument of init()", () => {
    expect(readSnippet(snippets.instantiated)).toMatchObject({
      calendars: [{ kind: "init", config: { timekitFindTime: { length: "30 minutes", future: "2 weeks" } } }],
      unread: [],
    });
  });

  test("a stored widget", () => {
    expect(configsOf(snippets.widgetId)).toEqual([{ widgetId: "424a97d6-1f0b-4c8e-9d3a-5b7c9e1f3a20" }]);
  });

  test("callbacks: each function with its source, none of them run", () => {
    const { calendars, unread } = readSnippet(snippets.callbacks);
    expect(calendars).toMatchObject([
      {
        config: {
          callbacks: {
            createBookingSuccessful: anyFunction,
            findTimeFailed: anyFunction,
            renderCompleted: anyFunction,
            clickTimeslot: anyFunction,
          },
        },
      },
    ]);
    expect(functionsIn(calendars[0]?.config)).toEqual([
      "function (response) { location.href = '/thanks?id=' + response.data.id; }",
      "onFailure",
      "function () { hide('#spinner'); }",
      "(slot) => select(slot)",
    ]);
    expect(unread).toEqual([]);
  });

  test("comments and trailing commas", () => {
    expect(configsOf(snippets.comments)).toEqual([
      {
        name: "Clara",
        email: "clara@example.com",
        bookingFields: { phone: { enabled: true, required: true } },
      },
    ]);
  });

  test("minified", () => {
    expect(readSnippet(snippets.minified)).toMatchObject({
      calendars: [
        {
          at: { line: 1, column: 207 },
          config: {
            apiToken: "s3VZ0rG9",
            showCredits: false,
            bookingFields: { comment: { enabled: false }, voip: undefined },
            fullCalendar: { firstDay: -1 },
          },
        },
      ],
      unread: [],
    });
  });

  test("several on a page, with what they share", () => {
    const shared = { app: "clara-clayton", localization: { strings: { submitText: "Book" } } };
    expect(configsOf(snippets.several)).toEqual([
      { ...shared, targetEl: "#one", name: "Clara" },
      { ...shared, targetEl: "#two", name: "Emmett" },
    ]);
  });

  test("options that are written into the global one by one", () => {
    expect(readSnippet(snippets.writtenLater)).toMatchObject({
      calendars: [
        {
          kind: "autoload",
          config: {
            name: "Clara",
            avatar: "/clara.png",
            timekitFindTime: { length: "1 hour", future: "3 weeks" },
          },
        },
      ],
      unread: [],
    });
  });

  test("values that only the running page knows: where they are and why, and no secret", () => {
    const { calendars, unread } = readSnippet(snippets.selectable);
    expect(calendars).toMatchObject([
      { config: { name: "Clara", targetEl: "#bookingjs", timekitFindTime: { length: anyFunction } } },
    ]);
    expect(unread).toEqual([
      {
        at: { line: 9, column: 32 },
        path: "timekitFindTime.length",
        code: "duration",
        reason: "“duration” is a parameter of a function, so it has a value only when the page runs.",
      },
      {
        at: { line: 9, column: 49 },
        path: "timekitFindTime.start",
        code: "new Date().toISOString()",
        reason: "It calls a function, so it has a value only when the page runs.",
      },
    ]);
  });

  test("options without their braces", () => {
    const [only] = readSnippet(snippets.bareOptions).calendars;
    expect(only).toEqual({
      at: { line: 1, column: 1 },
      kind: "configuration",
      config: { name: "Clara", email: "clara@example.com", availabilityView: "listing" },
    });
  });

  test("our own tag, with its resource", () => {
    expect(readSnippet(snippets.ourTag).calendars).toMatchObject([
      { kind: "tag", config: { name: "Clara" }, resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6" },
    ]);
  });

  test("a module", () => {
    expect(configsOf(snippets.module)).toEqual([
      { name: "Clara", bookingGraph: "confirm_decline", availabilityView: "listing" },
    ]);
  });
});

describe("what can be read beside that", () => {
  test.each<[string, unknown]>([
    ['{"name": "Clara"}', { name: "Clara" }],
    ["({ name: 'Clara' });", { name: "Clara" }],
    ["  name: 'Clara'", { name: "Clara" }],
    ["<script>timekitBookingConfig = {name: 'Clara'}</script>", { name: "Clara" }],
    ["self['timekitBookingConfig'] = {name: 'Clara'}", { name: "Clara" }],
    ["var c = {name: 'Clara'}; page.widget.init(c)", { name: "Clara" }],
    ["x.init({ name: 'Clara', apiToken: '1' })", { name: "Clara", apiToken: "1" }],
    ["let n = 'Cl' + `ara`; TimekitBooking().init({ name: n })", { name: "Clara" }],
    ["let b = { n: { m: 'Clara' } }; TimekitBooking().init({ name: b.n.m })", { name: "Clara" }],
    ["TimekitBooking().init({ ['na' + 'me']: 'Clara' })", { name: "Clara" }],
    [
      "TimekitBooking().init({ fullCalendar: { hiddenDays: [0, , +6] } })",
      { fullCalendar: { hiddenDays: [0, undefined, 6] } },
    ],
    ["const avatar = null; TimekitBooking().init({ avatar })", { avatar: null }],
    [
      "var c = {}; c.name = 'Clara'; $(function () { c.debug = !0; new TimekitBooking().init(c) })",
      { name: "Clara", debug: true },
    ],
    [
      "<script type='module'>import 'x'; window.timekitBookingConfig = {name: 'Clara'}</script>",
      { name: "Clara" },
    ],
    ["<script><!--\nwindow.timekitBookingConfig = {name: 'Clara'}\n//--></script>", { name: "Clara" }],
  ])("%s", (text, config) => {
    const { calendars, unread } = readSnippet(text);
    expect(calendars.map((one) => one.config)).toEqual([config]);
    expect(unread).toEqual([]);
  });

  test("a key that could change other objects stays a key", () => {
    const [config] = configsOf("TimekitBooking().init({ ['__proto__']: { polluted: true } })");
    expect(Object.keys(config as object)).toEqual(["__proto__"]);
    expect({}).not.toHaveProperty("polluted");
  });

  test("a page that hands its global to init() has one calendar", () => {
    const text =
      "window.timekitBookingConfig = { name: 'Clara' }; TimekitBooking().init(window.timekitBookingConfig)";
    expect(configsOf(text)).toEqual([{ name: "Clara" }]);
  });
});

describe("what cannot be read", () => {
  const init = (value: string): string => `TimekitBooking().init({ name: ${value} })`;
  test.each([
    [init("a ? 'b' : 'c'"), 1, 31, "name", /depends on a condition/],
    [init("a || 'c'"), 1, 31, "name", /depends on a condition/],
    [init("/x/"), 1, 31, "name", /pattern/],
    [init("this.title"), 1, 31, "name", /computed/],
    [init("a - 1"), 1, 31, "name", /computed/],
    [init("unknownName"), 1, 31, "name", /“unknownName” is not set in what was read/],
    [init("names.clara"), 1, 31, "name", /“names” is not set/],
    [`var a = {};${init("a.b.c")}`, 1, 42, "name", /“a.b.c” is not set/],
    [`var a = 1; a = 2; ${init("a")}`, 1, 49, "name", /more than one value in what was read/],
    [`var a = 1; a += 2; ${init("a")}`, 1, 50, "name", /changed by the script/],
    [`var a = 1; a++; ${init("a")}`, 1, 47, "name", /counted/],
    [`for (var a = 1;;) {} ${init("a")}`, 1, 52, "name", /loop/],
    [`var a = [a]; ${init("a")}`, 1, 10, "name[0]", /made of itself/],
    ["TimekitBooking().init({ get name() { return 1 } })", 1, 25, "name", /getter/],
    ["TimekitBooking().init({ avatar: [...list] })", 1, 34, "avatar", /not followed/],
    ["TimekitBooking().init({ ...shared })", 1, 28, "", /“shared” is not set/],
    ["TimekitBooking().init(config)", 1, 23, "", /“config” is not set/],
    ["var c = {}; if (a) c.name = 'Clara'; widget.init(c)", 1, 29, "name", /under a condition/],
    [
      "var c = {}; b.onclick = () => { c.name = 'Clara' }; widget.init(c)",
      1,
      42,
      "name",
      /function that may run later/,
    ],
    ["<script>window.timekitBookingConfig = { name: 'Clara </script>", 1, 47, "", /Unterminated string/],
    ["<script>\n  window.timekitBookingConfig = {", 1, 1, "", /not closed/],
    ["<!-- <script>timekitBookingConfig = {}</script> -->", 1, 1, "", /HTML comment/],
    ["<script type='text/plain'>timekitBookingConfig = {}</script>", 1, 1, "", /type “text\/plain”/],
    ["<a href='#'\n onclick='new TimekitBooking().init({})'>x</a>", 1, 1, "", /onclick/],
    ["<p>&lt;script&gt;timekitBookingConfig = {}&lt;/script&gt;</p>", 1, 4, "", /as text/],
    ["<script src='//cdn.timekit.io/booking-js/v2/booking.min.js'></script>", 1, 1, "", /v2 or v3 already/],
    ["<div data-timekit-resource-id=x data-config='{name}'></div>", 1, 1, "data-config", /no JSON/],
    ["console.log('hello')", 1, 1, "", /no configuration of Booking.js v1/],
    ["Hello there", 1, 7, "", /Unexpected token/],
  ])("%s", (text, line, column, path, reason) => {
    const [first] = readSnippet(text).unread;
    expect(first).toMatchObject({ at: { line, column }, path });
    expect(first?.reason).toMatch(reason);
  });

  test("nothing at all is nothing to complain about", () => {
    expect(readSnippet(" \n")).toMatchObject({ calendars: [], unread: [] });
  });

  test("the rest of a page is read where one script is broken", () => {
    const { calendars, unread } = readSnippet(
      "<script>var = 1</script>\r\n<script>timekitBookingConfig = {name: 'Clara'}</script>",
    );
    expect(calendars).toMatchObject([{ at: { line: 2 }, config: { name: "Clara" } }]);
    expect(unread).toMatchObject([{ at: { line: 1, column: 13 }, code: "= 1" }]);
  });

  test("no code of the page runs", () => {
    const text =
      "TimekitBooking().init({ name: (globalThis.ran = true), avatar: `${globalThis.ran = true}` })";
    expect(readSnippet(text).unread).toHaveLength(2);
    expect(globalThis).not.toHaveProperty("ran");
  });

  test("even a long and deep text is answered", () => {
    const deep = `TimekitBooking().init({ name: ${"[".repeat(20_000)}`;
    expect(readSnippet(deep).unread).toHaveLength(1);
    expect(readSnippet(`<a ${"x='".repeat(50_000)}`).calendars).toEqual([]);
  });
});
