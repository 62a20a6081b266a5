import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Api } from "../../../src/loader/api.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";

/** One wrong option in a tag that is right but for it. */
const wrongs = [
  ["config/bad-resource-id", { "resource-id": "2939c4fa" }],
  ["config/bad-resource-id", { "resource-id": `${resourceIds.normal}0` }],
  ["config/no-broker-url", { "broker-url": null }],
  ["config/bad-broker-url", { "broker-url": "http://broker.example/client-token" }],
  ["config/bad-broker-url", { "broker-url": "https://user:word@broker.example/client-token" }],
  ["config/bad-broker-url", { "broker-url": "javascript:alert(1)" }],
  ["config/no-target", { target: "#nowhere" }],
  ["config/bad-option", { target: "##" }],
  ["config/bad-option", { config: "{not json" }],
  ["config/bad-option", { config: '{"__proto__":{"name":"x"}}' }],
  ["config/bad-option", { config: '{"a":{"constructor":1}}' }],
  ["config/bad-option", { config: '{"timekitFindTimeTeam":{"users":[]}}' }],
  ["config/bad-option", { config: '{"timekitConfig":{"apiBaseUrl":"http://timekit.example/"}}' }],
  ["config/bad-option", { config: '{"avatar":"javascript:alert(1)"}' }],
  ["config/bad-option", { "vendor-url": "javascript:alert(1)" }],
  ["config/bad-option", { lazy: "perhaps" }],
] as const;

let world: World;
let visit: Visit;
beforeAll(async () => {
  world = await openWorld();
  visit = await world.openPage({
    html: ({ resourceId, brokerUrl, config }) =>
      writeDocument(
        wrongs
          .map(([, wrong], index) => {
            const right = {
              "resource-id": resourceId,
              "broker-url": brokerUrl,
              config,
              target: `#case-${index}`,
            };
            const tag = writeTag({ ...right, ...wrong }).replace("<script", `<script id="tag-${index}"`);
            return `<div id="case-${index}"></div>${tag}`;
          })
          .join("\n"),
      ),
  });
  await visit.page.waitForFunction((count) => {
    const { embeds = [] } = (Reflect.get(window, "TimekitEmbed") ?? {}) as Partial<Api>;
    return embeds.length === count && embeds.every(({ state }) => state === "failed");
  }, wrongs.length);
});
afterAll(() => world.close());

const rows = wrongs.map(([code, wrong], index) => [code, wrong, index] as const);

it.each(rows)(
  "%s for %j: told to the page and shown to the visitor without a retry",
  async (code, wrong, index) => {
    const hasPlace = !("target" in wrong);
    const told = await visit.events(hasPlace ? `case-${index}` : `tag-${index}`);
    const alert = visit.page.locator(`#case-${index}`).getByRole("alert");
    const [name = ""] = Object.keys(wrong);

    expect(told.filter((event) => event.name === "error")).toMatchObject([
      { detail: { code, retryable: false } },
    ]);
    expect(JSON.stringify(told)).toMatch(new RegExp(`data-${name}|config\\.`));
    // Where there is no place for a calendar, there is none for its failure.
    expect(await alert.count()).toBe(hasPlace ? 1 : 0);
    expect(await alert.getByRole("button").count()).toBe(0);
  },
);

it("the console names each of them once, nothing throws, and Timekit is not asked", () => {
  const errors = visit.printed.filter((line) => line.startsWith("error: [timekit-embed] config/"));
  const inOrder = (codes: readonly (string | undefined)[]) => codes.join(" ").split(" ").sort(compare);

  expect(inOrder(errors.map((line) => line.split(" ")[2]))).toEqual(inOrder(wrongs.map(([code]) => code)));
  expect(visit.pageErrors).toEqual([]);
  expect(visit.requests.filter((request) => request.url().startsWith(world.timekitOrigin))).toEqual([]);
});

it("a bad look is left out with a warning, and the calendar is shown", async () => {
  const looks = {
    "fallback-url": "javascript:alert(1)",
    "upgrade-url": "data:text/html,x",
    "min-height": "a lot",
    lang: " ",
    notice: "perhaps",
  };
  const shown = await world.openPage({ tag: looks });
  await shown.reaches("ready");
  const warnings = shown.printed.filter((line) => line.startsWith("warning: [timekit-embed] Ignored:"));
  expect(warnings).toHaveLength(Object.keys(looks).length);
  for (const name of Object.keys(looks)) expect(warnings.join("\n")).toContain(`data-${name}: it must be`);
  expect(warnings.join()).not.toMatch(/alert|text\/html|a lot|perhaps/);
  expect(await shown.errors()).toEqual([]);
  expect(await shown.page.locator('[href^="javascript:"], [href^="data:text"]').count()).toBe(0);
  await shown.close();
});

const compare = (one: string, other: string): number => one.localeCompare(other);
