// @vitest-environment happy-dom
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { migrateConfig, type PlainObject } from "../../../../src/migrate/index.ts";
import { writeLines } from "../../../../src/migrate/lines/write-lines.ts";

const writeV2 = (config: PlainObject): string => writeLines(config, { target: "v2" });

/** What a browser makes of the snippet: its elements, and what its script sets. */
const open = (snippet: string) => {
  const parsed = new DOMParser().parseFromString(`<body>${snippet}</body>`, "text/html");
  const elements = [...parsed.body.children];
  const window: { timekitBookingConfig?: object } = {};
  runInNewContext(elements.find((element) => element.textContent)?.textContent ?? "", { window });
  return { elements, config: window.timekitBookingConfig };
};

const tags = (snippet: string): readonly string[] => open(snippet).elements.map(({ tagName }) => tagName);

test("what v2 needs is there: its place, its options, jQuery and itself", () => {
  expect(writeV2({ resources: ["2939c4fa"], ui: { display_name: "Shop" } })).toBe(`<div id="bookingjs"></div>
<script>
  window.timekitBookingConfig = {
    app_key: "live_widget_key_…",
    project_id: "…",
    resources: [
      "2939c4fa",
    ],
    ui: {
      display_name: "Shop",
    },
  };
</script>
<script src="https://ajax.googleapis.com/ajax/libs/jquery/3.7.1/jquery.min.js" defer></script>
<script src="https://cdn.timekit.io/booking-js/v2/booking.min.js" defer></script>`);
});

test("a page that names the place keeps its own, and what is known need not be filled in", () => {
  const snippet = writeV2({ el: "#mine", app_key: "live_widget_key_1", project_slug: "shop" });
  expect(tags(snippet)).toEqual(["SCRIPT", "SCRIPT", "SCRIPT"]);
  expect(snippet).not.toContain("…");
  expect(open(snippet).config).toEqual({ app_key: "live_widget_key_1", el: "#mine", project_slug: "shop" });
});

describe("what the options say stays what they say, and cannot end the script:", () => {
  test.each([
    "</script><img src=x onerror=alert(1)>",
    "</SCRIPT >",
    "<!-- <script>",
    "<!--<script></script>",
    "\\\"'`${1}\n\r\u2028\u2029\0",
    "]]>",
    "ü€😀\ud800",
  ])("%j", (text) => {
    const snippet = writeV2({ [text]: text, list: [text, { [text]: null }] });
    expect(tags(snippet)).toEqual(["DIV", "SCRIPT", "SCRIPT", "SCRIPT"]);
    expect(open(snippet).config).toMatchObject({ [text]: text, list: [text, { [text]: null }] });
  });

  test("a function that holds the end of a script", () => {
    const config: PlainObject = { callbacks: { done: runInNewContext("(() => '</script><!--')") } };
    const snippet = writeV2(config);
    expect(tags(snippet)).toEqual(["DIV", "SCRIPT", "SCRIPT", "SCRIPT"]);
    const { callbacks }: { callbacks: { done: () => string } } = Object(open(snippet).config);
    expect(callbacks.done()).toBe("</script><!--");
  });

  test("a key called __proto__ is one like any other", () => {
    const config: PlainObject = JSON.parse('{"__proto__":{"a":1}}');
    expect(Object.keys(Object(open(writeV2(config)).config))).toContain("__proto__");
  });
});

test("for any configuration of v1, the snippet's script sets what migrateConfig has made of it", () => {
  const v1 = fc.object({
    maxDepth: 3,
    key: fc.oneof(
      fc.string(),
      fc.constantFrom("name", "timekitFindTime", "filters", "localization", "strings", "fullCalendar"),
    ),
    values: [fc.string({ unit: "binary" }), fc.constant("</script>"), fc.boolean(), fc.double()],
  });
  fc.assert(
    fc.property(v1, (config) => {
      const migrated = migrateConfig(config).config;
      const opened = open(writeV2(migrated));
      expect(opened.elements.length).toBe("el" in migrated ? 3 : 4);
      // By JSON, since the script's objects belong to another realm, and its numbers come back as they are written.
      const set = { ...opened.config };
      for (const name of ["app_key", "project_id"])
        if (!(name in migrated)) Reflect.deleteProperty(set, name);
      expect(JSON.parse(JSON.stringify(set))).toEqual(JSON.parse(JSON.stringify(migrated)));
    }),
    { numRuns: 30 },
  );
});
