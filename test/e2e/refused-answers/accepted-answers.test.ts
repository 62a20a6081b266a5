import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { grantSizeLimitBytes } from "../../../src/contract/grant.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";
import { type GoodGrant, json, text } from "./refused-answer.ts";

/** Answers that are as right as those that are refused look. */
const accepted: readonly (readonly [name: string, answer: (good: GoodGrant) => Response])[] = [
  ["the broker's own answer", (good) => json(good)],
  [
    "the resource's id in capitals",
    (good) => json(withResource(good, { id: good.resource.id.toUpperCase() })),
  ],
  ["null for the expiry", (good) => json({ ...good, expires: null })],
  [
    "an expiry of four minutes ago where no Date can be read",
    (good) => json({ ...good, expires: fromNow(-4) }),
  ],
  [
    "an expiry in a minute, by a Date that can be read",
    (good) =>
      json(
        { ...good, expires: fromNow(1) },
        { headers: { ...readableDate, date: new Date().toUTCString() } },
      ),
  ],
  [
    "an expiry in the past of this machine, good by a Date that can be read",
    (good) =>
      json(
        { ...good, expires: "2021-01-01T00:00:00+00:00" },
        { headers: { ...readableDate, date: inYear2020 } },
      ),
  ],
  [
    "null for name, time zone and picture",
    (good) => json(withResource(good, { name: null, timezone: null, avatar: null })),
  ],
  [
    "nothing that may be absent",
    ({ type, token, app, resource: { id, email } }) => json({ type, token, app, resource: { id, email } }),
  ],
  [
    "keys that nobody knows",
    (good) => json({ ...good, more: [{ type: "user-token" }, { kind: "server-token" }] }),
  ],
  ["exactly 64 KiB", (good) => text(JSON.stringify(good).padEnd(grantSizeLimitBytes))],
  ["white space around it", (good) => text(`\r\n\t ${JSON.stringify(good)} \n`)],
  // As `Response.json()` reads it, and RFC 8259 lets a parser.
  ["a byte order mark", (good) => text(`\ufeff${JSON.stringify(good)}`)],
  ["another content type", (good) => json(good, { headers: { "content-type": "text/plain" } })],
];

const withResource = (good: GoodGrant, part: object): object => ({
  ...good,
  resource: { ...good.resource, ...part },
});
const fromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const readableDate = { "access-control-expose-headers": "Date" };
const inYear2020 = "Wed, 01 Jan 2020 00:00:00 GMT";

let world: World;
let visit: Visit;
beforeAll(async () => {
  world = await openWorld();
  const broker = `${world.brokerOrigin}/client-token?resource_id=${resourceIds.noSlots}`;
  const good = (await (await fetch(broker, { headers: { origin: world.pageOrigin } })).json()) as GoodGrant;
  visit = await world.openPage({
    broker: (request) => {
      const [, index = ""] = /\/(\d+)\/client-token$/.exec(new URL(request.url).pathname) ?? [];
      return accepted[Number(index)]?.[1](good) ?? new Response(null, { status: 404 });
    },
    html: ({ brokerUrl, config }) =>
      writeDocument(
        accepted
          .map((_, index) => {
            const url = brokerUrl.replace("/client-token", `/${index}/client-token`);
            const target = `#case-${index}`;
            const tag = { "resource-id": resourceIds.noSlots, "broker-url": url, target, config };
            return `<div id="case-${index}"></div>${writeTag(tag)}`;
          })
          .join("\n"),
      ),
  });
});
afterAll(() => world.close());

it.each(accepted.map(([name], index) => [name, index] as const))("accepts %s", async (_, index) => {
  const events = async () => (await visit.events(`case-${index}`)).map(({ name }) => name);
  await expect.poll(events, { timeout: 15_000 }).toContain("ready");
  expect(await events()).not.toContain("error");
  expect(await visit.page.locator(`#case-${index} .bookingjs-calendar`).isVisible()).toBe(true);
});
