import { afterAll, beforeAll, expect, it } from "vitest";
import { toHtml } from "../../../demo/pages/html.ts";
import type { Api } from "../../../src/loader/api.ts";
import { toJson } from "../hosts/host-script.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageParts, writeDocument, writeTag } from "../world/write-page.ts";

const places = ["attribute", "query", "mount()", "container"] as const;

interface Refused {
  readonly place: (typeof places)[number];
  /** As in the attribute's name. */
  readonly option: string;
  readonly value: string;
  /** What the sentence names. */
  readonly named: string;
}

const everywhere = (option: string, value: string, named = `data-${option}`): readonly Refused[] =>
  places.map((place) => ({ place, option, value, named }));
const ownersOnly = (option: string, value: string, named?: string): readonly Refused[] =>
  everywhere(option, value, named).filter(({ place }) => place !== "container");

const inConfig = (text: string, named: string): readonly Refused[] => everywhere("config", text, named);

const refused: readonly Refused[] = [
  ...["__proto__", "constructor", "prototype"].flatMap((key) => [
    ...inConfig(`{"${key}":{"name":"x"}}`, `config.${key}`),
    ...inConfig(`{"a":{"b":[{"${key}":{"name":"x"}}]}}`, `config.a.b[0].${key}`),
  ]),
  ...["javascript:document.title=1", "data:text/html,<p>", " java\\nscript:document.title=1"].flatMap(
    (link) => [
      ...inConfig(`{"a":{"b":["${link}"]}}`, "config.a.b[0]"),
      ...inConfig(`{"avatar":"${link}"}`, "config.avatar"),
    ],
  ),
  ...["javascript:document.title=1", "data:text/html,<p>"].flatMap((link) =>
    ["vendor-url", "broker-url"].flatMap((option) => ownersOnly(option, link)),
  ),
];

const write = (
  { place, option, value }: Refused,
  id: string,
  { resourceId, brokerUrl }: PageParts,
): string => {
  const right = { "resource-id": resourceId, "broker-url": brokerUrl, target: `#${id}` };
  const target = `<div id="${id}"></div>`;
  if (place === "attribute") return target + writeTag({ ...right, [option]: value });
  if (place === "query") {
    const query = new URLSearchParams({ ...right, [option]: value }).toString();
    return target + writeTag({}, { src: `dist/loader.js?${query}` });
  }
  if (place === "container")
    return `<div id="${id}" data-timekit-resource-id="${resourceId}" data-${option}="${toHtml(value)}"></div>`;
  const name = option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const given = option === "config" ? `JSON.parse(${toJson(value)})` : toJson(value);
  const mount = `{ ...${toJson({ resourceId, brokerUrl, target: `#${id}` })}, ${name}: ${given} }`;
  return `${target}<script>(window.TimekitEmbed ??= []).push((api) => api.mount(${mount}));</script>`;
};

let world: World;
let visit: Visit;
beforeAll(async () => {
  world = await openWorld();
  visit = await world.openPage({
    html: (parts) =>
      writeDocument(
        [
          // At once and first: the others' options are no defaults then.
          writeTag({ "broker-url": parts.brokerUrl }).replace(" async", ""),
          ...refused.map((row, index) => write(row, `case-${index}`, parts)),
        ].join("\n"),
        // Containers beyond the tenth start in sight.
        "<style>[data-timekit-resource-id] { position: absolute; top: 0 }</style>",
      ),
  });
  await visit.page.waitForFunction((count) => {
    const { embeds = [] } = (Reflect.get(window, "TimekitEmbed") ?? {}) as Partial<Api>;
    return embeds.length === count && embeds.every(({ state }) => state === "failed");
  }, refused.length);
});
afterAll(() => world.close());

it.each(refused.map((row, index) => ({ ...row, index })))(
  "$option = $value in $place: refused, and named",
  async ({ option, named, index }) => {
    const told = await visit.events(`case-${index}`);
    const code = option === "broker-url" ? "config/bad-broker-url" : "config/bad-option";
    expect(told.filter(({ name }) => name === "error")).toEqual([
      { name: "error", detail: { code, message: expect.stringContaining(named), retryable: false } },
    ]);
  },
);

it("none of it ran, changed a prototype, or went to Timekit as an option", async () => {
  expect(await visit.page.title()).toBe("Bicycle repairs");
  expect(await visit.page.evaluate(() => [Reflect.get({}, "name"), Reflect.get({}, "x")])).toEqual([
    undefined,
    undefined,
  ]);
  expect(
    await visit.page.locator('[href^="javascript:"], [href^="data:text"], [src^="data:text"]').count(),
  ).toBe(0);
  expect(visit.pageErrors).toEqual([]);
});
