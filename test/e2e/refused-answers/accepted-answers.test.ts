import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { acceptedGrants, type GoodGrant } from "../../cases/grants.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";
import { answerWith } from "./refused-answer.ts";

let world: World;
let visit: Visit;
beforeAll(async () => {
  world = await openWorld();
  const broker = `${world.brokerOrigin}/client-token?resource_id=${resourceIds.noSlots}`;
  const good = (await (await fetch(broker, { headers: { origin: world.pageOrigin } })).json()) as GoodGrant;
  visit = await world.openPage({
    broker: (request) => {
      const [, index = ""] = /\/(\d+)\/client-token$/.exec(new URL(request.url).pathname) ?? [];
      const grant = acceptedGrants[Number(index)];
      return grant ? answerWith(grant, good) : new Response(null, { status: 404 });
    },
    html: ({ brokerUrl, config }) =>
      writeDocument(
        acceptedGrants
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

it.each(acceptedGrants.map(({ name }, index) => [name, index] as const))("accepts %s", async (_, index) => {
  const events = async () => (await visit.events(`case-${index}`)).map(({ name }) => name);
  await expect.poll(events, { timeout: 15_000 }).toContain("ready");
  expect(await events()).not.toContain("error");
  expect(await visit.page.locator(`#case-${index} .bookingjs-calendar`).isVisible()).toBe(true);
});
