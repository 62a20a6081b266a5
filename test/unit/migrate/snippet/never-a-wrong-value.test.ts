import { describe, expect, test } from "vitest";
import { migrateConfig } from "../../../../src/migrate/index.ts";
import { writeLines } from "../../../../src/migrate/lines/write-lines.ts";
import { readSnippet } from "../../../../src/migrate/snippet/read-snippet.ts";
import { comparePrograms } from "./random-programs.ts";

const linesOf = (text: string): string => {
  const [only] = readSnippet(text).calendars;
  return writeLines(migrateConfig(only?.config, {}).config, { target: "v2" });
};
const init = (options: string): string => `new TimekitBooking().init({ ${options} })`;

describe("what only a run of the page tells stays as it is written", () => {
  test.each([
    ["timekitFindTime: { length: getLength() }", "length: getLength(),"],
    [
      "timekitFindTime: { length: long ? '2 hours' : '30 minutes' }",
      "length: long ? '2 hours' : '30 minutes',",
    ],
    ["timekitFindTime: { future: weeks + ' weeks' }", "to: weeks + ' weeks',"],
    ["timekitFindTime: { start: new Date().toISOString() }", "from: new Date().toISOString(),"],
    ["name: `${shop} x`", "display_name: `${shop} x`,"],
    ["bookingGraph: graph", "graph: graph,"],
    ["showCredits: !plan.isPaid", "show_credits: !plan.isPaid,"],
    ["availabilityView: isPhone() ? 'listing' : 'agendaWeek'", "availability_view: isPhone() ? "],
    ["localization: { strings: { submitText: t('book') } }", "submit_button: t('book'),"],
    ["bookingFields: { name: { placeholder: t('name') } }", "title: t('name'),"],
    ["targetEl: this.$el", "el: this.$el,"],
    ["fullCalendar: { locale: lang, header: { ...own } }", "...own,"],
  ])("%s", (options, line) => {
    expect(linesOf(init(options))).toContain(line);
  });
});

describe("what has no place in v2 as it is written is marked, and no default takes its place", () => {
  test.each([
    ["timekitFindTime: getTimes()", "/* TODO timekitFindTime: getTimes() */", /1 hour|4 weeks/],
    ["timekitFindTime: { ...times }", "/* TODO timekitFindTime ...: times */", /1 hour|4 weeks/],
    [
      "timekitFindTime: { all_solutions: dense }",
      "/* TODO timekitFindTime.all_solutions: dense */",
      /15 minutes/,
    ],
    ["timekitFindTime: { filters: hours() }", "/* TODO timekitFindTime.filters: hours() */", /allow_hours/],
    [
      "timekitFindTime: { filters: { and: [{ business_hours: { start: open, end: 17 } }] } }",
      "/* TODO timekitFindTime.filters.and[0].business_hours.start: open */",
      /allow_hours/,
    ],
    ["localization: words()", "/* TODO localization: words() */", /Book it|Thanks|12h-mdy/],
    [
      "localization: { strings: { successMessageBody: thanks() } }",
      "/* TODO localization.strings.successMessageBody: thanks() */",
      /success_message/,
    ],
    ["bookingFields: fields()", "/* TODO bookingFields: fields() */", /Full name|Comment/],
    ["bookingFields: { phone: phone() }", "/* TODO bookingFields.phone: phone() */", /Phone number/],
    [
      "bookingFields: { comment: { enabled: wants() } }",
      "/* TODO bookingFields.comment.enabled: wants() */",
      /never/,
    ],
    ["timekitFindTimeTeam: { users: team.map(toUser) }", "/* TODO timekitFindTimeTeam.users: ", /never/],
    ["name: 'Clara', ...shared", '/* TODO name: "Clara" */', /display_name|1 hour|Book it|Comment/],
    ["...shared", "/* TODO  ...: shared */", /1 hour|Book it|Comment/],
  ])("%s", (options, todo, never) => {
    const lines = linesOf(init(options));
    expect(lines).toContain(todo);
    expect(lines).not.toMatch(never);
  });

  test("an option that is only set under a condition", () => {
    const lines = linesOf(`var c = { name: 'Clara' }; if (vip) c.name = 'Emmett'; TimekitBooking().init(c)`);
    expect(lines).toContain(`/* TODO name: 'Emmett' */`);
    expect(lines).not.toContain("display_name");
  });

  test.each([
    "var n; if (vip) n = 'Emmett'; ",
    "var n = 'Clara'; function set() { n = 'Emmett' } ",
    "try { x() } catch (n) {} var n = 'Clara'; ",
    "import n from './names.js'; function f() { var n = 'Emmett' } ",
    "var n = 'Clara'; ({ n } = names); ",
  ])("a name that has several values: %s", (before) => {
    expect(linesOf(`${before}${init("name: n")}`)).toContain("display_name: n,");
  });

  test("a list that grows", () => {
    const lines = linesOf(`var days = [0]; days.push(6); ${init("fullCalendar: { hiddenDays: days }")}`);
    expect(lines).toContain("hiddenDays: days,");
  });

  test("what is written into an object after its calendar has started", () => {
    const text = "var c = { name: 'Clara' }; new TimekitBooking().init(c); c.name = 'Emmett';";
    expect(readSnippet(text).calendars).toMatchObject([{ config: { name: "Clara" } }]);
  });
});

describe("functions that only return something are followed", () => {
  test.each([
    "(function () { return '2 hours' })()",
    "(() => '2 hours')()",
    "(() => { return '2 hours' })()",
    "getLength()",
  ])("%s", (length) => {
    const text = `function getLength() { return '2 hours' } ${init(`timekitFindTime: { length: ${length} }`)}`;
    expect(readSnippet(text)).toMatchObject({
      calendars: [{ config: { timekitFindTime: { length: "2 hours" } } }],
      unread: [],
    });
  });

  test("also where the whole configuration comes from one", () => {
    const text = "function get() { return { name: 'Clara' } } new TimekitBooking().init(get())";
    expect(readSnippet(text)).toMatchObject({ calendars: [{ config: { name: "Clara" } }], unread: [] });
  });

  test("but not those with parameters or more to do", () => {
    const text = `function get(a) { return a } function next() { count++; return '1' } ${init("name: get(1), avatar: next()")}`;
    expect(readSnippet(text).unread.map(({ path }) => path)).toEqual(["name", "avatar"]);
  });

  test("a configuration that cannot be followed ends with the next step", () => {
    const { calendars, unread } = readSnippet("new TimekitBooking().init(getConfig())");
    expect(calendars).toEqual([]);
    expect(unread.at(-1)?.reason).toMatch(/Paste the page's source.*timekit-notice=owner/);
  });
});

describe("template languages are placeholders that stay", () => {
  const page = (options: string): string => `<div id="bookingjs"></div>
<script>
  window.timekitBookingConfig = { ${options} };
</script>`;

  test.each([
    ["name: '<?php echo $name; ?>'", "display_name: '<?php echo $name; ?>',"],
    ['name: "<?= $this->name ?>"', 'display_name: "<?= $this->name ?>",'],
    ["name: <?php echo json_encode($name); ?>", "display_name: <?php echo json_encode($name); ?>,"],
    ["name: {!! json_encode($name) !!}", "display_name: {!! json_encode($name) !!},"],
    ["name: @json($shop->name)", "display_name: @json($shop->name),"],
    ["name: '{{ $name }}'", "display_name: '{{ $name }}',"],
    ["name: {{ shop.name | json }}", "display_name: {{ shop.name | json }},"],
    ["name: '{{ \"shop\" | t }}'", "display_name: '{{ \"shop\" | t }}',"],
    ["name: <%= name.to_json %>", "display_name: <%= name.to_json %>,"],
    ["name: '<%= name %>'", "display_name: '<%= name %>',"],
    ["showCredits: <?= $credits ? 'true' : 'false' ?>", "show_credits: <?= $credits ? 'true' : 'false' ?>,"],
    [
      "localization: { {% if german %} timeDateFormat: '24h-dmy-mon' {% endif %} }",
      "/* TODO localization: {",
    ],
  ])("%s", (options, line) => {
    expect(linesOf(page(options))).toContain(line);
  });

  test("a condition around an option is not left out", () => {
    const lines = linesOf(
      page("name: 'Clara', timekitFindTime: { <?php if ($x) { ?> length: '2 hours' <?php } ?> }"),
    );
    expect(lines).not.toMatch(/^ *length:|1 hour/m);
  });

  test("statements of the server between those of the page", () => {
    const text = `<?php get_header(); ?>\n<script>\n<?php if ($a): ?>\nvar a = 1;\n<?php endif; ?>\n<?php foo(); ?> window.timekitBookingConfig = { name: 'Clara' };\n</script>`;
    expect(readSnippet(text)).toMatchObject({
      calendars: [{ at: { line: 6 }, config: { name: "Clara" } }],
      unread: [],
    });
  });

  test("a calendar inside of the server's own code is named with a next step", () => {
    const { unread } = readSnippet(`<?php echo "<script>new TimekitBooking().init({})</script>"; ?>`, {
      kind: "html",
    });
    expect(unread).toMatchObject([
      { at: { line: 1, column: 1 }, reason: expect.stringContaining("Code of the server") },
    ]);
  });
});

describe("HTML is read as browsers read it", () => {
  test.each([
    [
      "entities in attributes",
      `<div data-timekit-resource-id=a data-config="{&quot;name&quot;:&quot;&Eacute;va&quot;}">`,
      { name: "Éva" },
    ],
    [
      "the first of two attributes",
      `<div data-timekit-resource-id=a data-config='{"name":"A"}' data-config='{"name":"B"}'>`,
      { name: "A" },
    ],
    ["after an empty comment", "<!--><script>timekitBookingConfig = {name: 'A'}</script>", { name: "A" }],
    [
      "an end tag with something in it",
      "<script>timekitBookingConfig = {name: 'A'}</script x><p>",
      { name: "A" },
    ],
    ["upper case", "<SCRIPT TYPE=Text/JavaScript>timekitBookingConfig = {name: 'A'}</SCRIPT>", { name: "A" }],
  ])("%s", (_, text, config) => {
    expect(readSnippet(text)).toMatchObject({ calendars: [{ config }], unread: [] });
  });

  test.each([
    ["a text field", "<textarea><script>timekitBookingConfig = {name: 'A'}</script></textarea>"],
    ["a template", "<template><script>timekitBookingConfig = {name: 'A'}</script></template>"],
    ["noscript", "<noscript><script>timekitBookingConfig = {name: 'A'}</script></noscript>"],
  ])("a script inside of %s does nothing", (_, text) => {
    expect(readSnippet(text)).toMatchObject({ calendars: [], unread: [{ isDead: true }] });
  });
});

describe("other languages", () => {
  test.each([
    [
      "typed",
      "const config: Config = { name: 'A' } as const; new TimekitBooking()!.init(config satisfies Config);",
    ],
    [
      "typed",
      "export const Page = () => { useEffect(() => { new TimekitBooking().init({ name: 'A' }) }, []); return <div id=\"bookingjs\" style={{ top: 1 }} /> };",
    ],
    ["script", "export default () => <div ref={() => { new TimekitBooking().init({ name: 'A' }) }} />"],
    [
      "html",
      '<template><div id="bookingjs" :style="{ a: 1 }"></div></template>\n<script lang="ts">\nexport default { mounted(): void { new TimekitBooking().init({ name: \'A\' }) } }\n</script>',
    ],
    [
      "html",
      '<script lang="ts">\n  let a: string = \'A\';\n  onMount(() => { new TimekitBooking().init({ name: a }) });\n</script>\n{#if a}<div id="bookingjs" />{/if}',
    ],
  ] as const)("%s: %s", (kind, text) => {
    expect(readSnippet(text, { kind })).toMatchObject({ calendars: [{ config: { name: "A" } }], unread: [] });
  });
});

test("a value that is read is the one that a run gives, in any program", () => {
  expect(comparePrograms(2000)).toBeGreaterThan(300);
});
