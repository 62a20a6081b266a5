import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { startServer } from "../../tools/start-server.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { expectHealthy } from "./expect-healthy.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const cors = { "access-control-allow-origin": "*", "access-control-expose-headers": "Retry-After" };
const brokerRequests = (visit: Visit): readonly string[] =>
  visit.requests.map((request) => request.url()).filter((url) => url.includes("/client-token"));

it.concurrent("a broker that is down: unreachable, with this page's origin in the sentence", async () => {
  const gone = await startServer(() => new Response());
  await gone.close();
  const visit = await world.openPage({ tag: { "broker-url": `${gone.origin}/client-token` } });
  await visit.reaches("failed");

  expect(await visit.errors()).toEqual([
    { code: "broker/unreachable", message: expect.stringContaining(world.pageOrigin), retryable: true },
  ]);
  expect(await visit.errors()).toMatchObject([{ message: expect.stringContaining("ALLOWED_ORIGINS") }]);
  expect(brokerRequests(visit)).toHaveLength(3);
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("a resource without a client-token: the real broker's refusal with its request id", async () => {
  const visit = await world.openPage({ resourceId: resourceIds.serverTokenOnly });
  await visit.reaches("failed");

  expect(await visit.errors()).toEqual([
    {
      code: "broker/no-token",
      message: expect.any(String),
      retryable: false,
      requestId: expect.stringMatching(/^[A-Za-z0-9-]{1,64}$/),
    },
  ]);
  expect(brokerRequests(visit)).toHaveLength(1);
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("a broker that asks to wait an hour is not asked again", async () => {
  const visit = await world.openPage({
    broker: () => new Response(null, { status: 429, headers: { ...cors, "retry-after": "3600" } }),
  });
  await visit.reaches("failed");

  expect(await visit.errors()).toMatchObject([{ code: "broker/busy", retryable: true }]);
  expect(brokerRequests(visit)).toHaveLength(1);
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("a broker that asks to wait a second is asked again after it", async () => {
  const askedAt: number[] = [];
  const visit = await world.openPage({
    broker: async (request) => {
      askedAt.push(Date.now());
      if (askedAt.length === 1) {
        return new Response(null, { status: 503, headers: { ...cors, "retry-after": "1" } });
      }
      return world.passOn(request);
    },
  });
  await visit.reaches("ready");

  const [first = 0, second = 0, ...others] = askedAt;
  expect(second - first).toBeGreaterThanOrEqual(1000);
  expect(others).toEqual([]);
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("a broker that hangs: a timeout after ten seconds", async () => {
  const openedAt = Date.now();
  const visit = await world.openPage({ broker: () => new Promise<never>(() => undefined) });
  await visit.reaches("failed");

  expect(Date.now() - openedAt).toBeGreaterThanOrEqual(10_000);
  expect(await visit.errors()).toMatchObject([{ code: "broker/timeout", retryable: true }]);
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("a broker that drips its answer: a timeout over the body too", async () => {
  const drip = new TextEncoder().encode(" ");
  const visit = await world.openPage({
    broker: () => {
      const body = new ReadableStream({
        pull: async (controller) => {
          await new Promise((resolve) => setTimeout(resolve, 200));
          controller.enqueue(drip);
        },
      });
      return new Response(body, { headers: cors });
    },
  });
  await visit.reaches("failed");

  expect(await visit.errors()).toMatchObject([{ code: "broker/timeout" }]);
  expect(brokerRequests(visit)).toHaveLength(1);
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("the visitor sees a sentence, a retry that recovers and the way around", async () => {
  let isDown = true;
  const visit = await world.openPage({
    broker: (request) =>
      isDown ? new Response("down for maintenance", { status: 418, headers: cors }) : world.passOn(request),
    tag: { "fallback-url": "tel:+442079460123" },
  });
  await visit.reaches("failed");
  const alert = visit.page.getByRole("alert");

  expect(await alert.isVisible()).toBe(true);
  expect(await alert.innerText()).not.toContain("maintenance");
  expect(await alert.getByRole("link").getAttribute("href")).toBe("tel:+442079460123");

  isDown = false;
  await alert.getByRole("button", { name: "Try again" }).click();
  await visit.reaches("ready");
  expect(await alert.count()).toBe(0);
  expect(await visit.page.locator(".fc-event").count()).toBeGreaterThan(0);
  await expectHealthy(visit);
  await visit.close();
});
