import { describe, expect, test } from "vitest";
import { readChoices, switches, toQuery } from "../../../../demo/pages/choices.ts";
import { html, toHtml } from "../../../../demo/pages/html.ts";
import { renderPage } from "../../../../demo/pages/render-page.ts";
import type { Surroundings } from "../../../../demo/pages/surroundings.ts";
import { resourceIds } from "../../../../demo/timekit/world.ts";

const surroundings: Surroundings = {
  pageOrigin: "http://127.0.0.1:5180",
  brokerOrigin: "http://127.0.0.1:8787",
  timekitOrigin: "http://127.0.0.1:9000",
  simulatedOrigin: "http://127.0.0.1:9000",
  version: "1.0.0",
  isSimulated: true,
  resourceId: resourceIds.normal,
};
const choose = (query: string) => readChoices(new URLSearchParams(query));
const render = (template: string, query = "", around: Partial<Surroundings> = {}): string =>
  renderPage(template, { choices: choose(query), surroundings: { ...surroundings, ...around } });

describe("choices", () => {
  test("are the first of each switch without a query", () => {
    expect(choose("")).toEqual({
      case: "working",
      look: "system",
      language: "en",
      direction: "ltr",
      notice: "on",
    });
  });

  const options = switches.flatMap(({ name, options }) => options.map(({ value }) => ({ name, value })));
  test.each(options)("know $value for $name, there and back", ({ name, value }) => {
    const choices = choose(`${name}=${value}`);
    expect(choices[name]).toBe(value);
    expect(choose(toQuery(choices))).toEqual(choices);
  });

  test.each(["case=unknown", "look=", "language=EN", "notice=on&notice=off"])(
    "take the default for %s",
    (query) => {
      expect(toQuery(choose(query))).toBe("");
    },
  );
});

describe("the page's values", () => {
  test.each([
    ["", "http://127.0.0.1:8787/client-token", resourceIds.normal],
    ["case=server-token", "/brokers/server-token/client-token", resourceIds.normal],
    ["case=down", "/brokers/down/client-token", resourceIds.normal],
    ["case=slow", "/brokers/slow/client-token", resourceIds.normal],
    ["case=no-slots", "http://127.0.0.1:8787/client-token", resourceIds.noSlots],
  ])("for %j are the broker %s and the resource %s", (query, broker, resource) => {
    expect(render("{{broker-url}} {{resource-id}}", query)).toBe(`${broker} ${resource}`);
  });

  test("point Booking.js v1 at the simulated Timekit, and at nothing with a real account", () => {
    const simulated = '{"timekitConfig":{"apiBaseUrl":"http://127.0.0.1:9000/"}}';
    expect(render("{{calendar-options}}")).toBe(toHtml(simulated));
    expect(render("{{calendar-options}}", "case=no-slots", { isSimulated: false })).toBe("{}");
  });

  test("bring German texts for the calendar", () => {
    expect(render("{{calendar-options}}", "language=de")).toContain("24h-dmy-mon");
  });

  test("do not leave a real account's resource for a made-up one", () => {
    expect(render("{{resource-id}}", "case=no-slots", { isSimulated: false })).toBe(resourceIds.normal);
  });

  test("are escaped", () => {
    expect(render('<a title="{{version}}">', "", { version: `"><img src=x onerror='a&b'>` })).toBe(
      '<a title="&quot;&gt;&lt;img src=x onerror=&#39;a&amp;b&#39;&gt;">',
    );
  });

  test("are all known, or the page is not made", () => {
    expect(() => render("{{unknown}}")).toThrow("{{unknown}}");
    expect(() => render("{{constructor}}")).toThrow("{{constructor}}");
  });
});

describe("the switches", () => {
  test("offer with a real account only what it can show", () => {
    expect(render("{{switches}}")).toContain("case=no-slots");
    expect(render("{{switches}}", "", { isSimulated: false })).not.toContain("case=no-slots");
  });

  test("change one choice, keep the others and mark what is chosen", () => {
    const links = render("{{switches}}", "case=slow&look=dark");
    expect(links).toContain('<a href="/?look=dark#book" lang="en" aria-current="false">Everything works</a>');
    expect(links).toContain(
      '<a href="/?case=slow&amp;look=dark#book" lang="en" aria-current="true">Dark</a>',
    );
    expect(links).toContain('<a href="/?case=slow&amp;look=dark&amp;language=de#book" lang="de"');
    expect(links.match(/aria-current="true"/g)).toHaveLength(switches.length);
  });
});

test("html escapes texts and keeps what is HTML", () => {
  expect(html`<b>${"<i>"}${html`<u>`}${[html`1`, html`2`]}</b>`.html).toBe("<b>&lt;i&gt;<u>12</b>");
});
