import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { PageOptions } from "../world/write-page.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { expectHealthy } from "./expect-healthy.ts";

/** What goes wrong on the way to the broker, and what the page is told. */
interface Fault {
  readonly name: string;
  readonly code: string;
  readonly isRetryable: boolean;
  /** How often the broker is asked before the loader gives up. */
  readonly attempts: number;
  readonly options: PageOptions;
}

const cors = { "access-control-allow-origin": "*" } as const;
const answerWith =
  (status: number, body: BodyInit | null = null, headers: Readonly<Record<string, string>> = {}) =>
  (): Response =>
    new Response(body, { status, headers: { ...cors, ...headers } });

/** A body that breaks off after its first bytes. */
const breakOff = (): Response => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"type":"client-to')),
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      controller.error(new Error("The line is cut"));
    },
  });
  return new Response(body, { headers: { ...cors, "content-type": "application/json" } });
};

const unreachable = { code: "broker/unreachable", isRetryable: true } as const;

const faults: readonly Fault[] = [
  {
    ...unreachable,
    name: "whose name is unknown",
    attempts: 3,
    options: { tag: { "broker-url": "https://broker.invalid/client-token" } },
  },
  { ...unreachable, name: "whose answer breaks off", attempts: 1, options: { broker: breakOff } },
  {
    ...unreachable,
    name: "that redirects",
    attempts: 3,
    options: { broker: answerWith(302, null, { location: "/elsewhere" }) },
  },
  {
    ...unreachable,
    name: "that allows another origin",
    attempts: 3,
    options: {
      broker: () => new Response("{}", { headers: { "access-control-allow-origin": "https://a.example" } }),
    },
  },
  // A customer's own broker need not say why there is none.
  {
    name: "that answers 404",
    code: "broker/no-token",
    isRetryable: false,
    attempts: 1,
    options: { broker: answerWith(404, "<h1>No</h1>", { "content-type": "text/html" }) },
  },
  ...[418, 505].map((status): Fault => ({
    name: `that answers ${status}`,
    code: "broker/failed",
    isRetryable: true,
    attempts: 1,
    options: { broker: answerWith(status, "<h1>No</h1>", { "content-type": "text/html" }) },
  })),
  ...[500, 502].map((status): Fault => ({
    name: `that answers ${status} each time`,
    code: "broker/failed",
    isRetryable: true,
    attempts: 3,
    options: { broker: answerWith(status) },
  })),
  {
    name: "that asks to come back in an hour, with 503",
    code: "broker/busy",
    isRetryable: true,
    attempts: 1,
    options: {
      broker: answerWith(503, null, {
        "retry-after": "3600",
        "access-control-expose-headers": "Retry-After",
      }),
    },
  },
  {
    name: "that answers with a page",
    code: "broker/bad-response",
    isRetryable: true,
    attempts: 1,
    options: {
      broker: answerWith(200, "<!doctype html><title>Welcome</title>", { "content-type": "text/html" }),
    },
  },
  {
    name: "that answers with more than 64 KiB",
    code: "broker/bad-response",
    isRetryable: true,
    attempts: 1,
    options: { broker: answerWith(200, JSON.stringify({ type: "x".repeat(70_000) })) },
  },
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it.concurrent.each(faults)("a broker $name: $code", async ({ code, isRetryable, attempts, options }) => {
  const visit = await world.openPage(options);
  await visit.reaches("failed");

  expect(await visit.errors()).toEqual([{ code, message: expect.any(String), retryable: isRetryable }]);
  expect(visit.requests.filter((request) => request.url().includes("/client-token"))).toHaveLength(attempts);
  expect(await visit.page.getByRole("alert").getByRole("button").isVisible()).toBe(true);
  expect(world.timekit.requests).toEqual([]);
  await expectHealthy(visit);
  await visit.close();
});

it("a visitor who is offline: a failure that mends itself when the browser is online again", async () => {
  const visit = await world.openPage({
    tag: { lazy: "on" },
    html: ({ tag }) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
       <div style="height: 5000px"></div><main>${tag}</main>`,
  });
  await visit.reaches("waiting");
  await visit.context.setOffline(true);
  await visit.page.evaluate(() => document.querySelector("main")?.scrollIntoView());
  await visit.reaches("failed");
  await visit.context.setOffline(false);
  await visit.reaches("ready");

  expect(await visit.errors()).toHaveLength(1);
  expect(await visit.page.getByRole("alert").count()).toBe(0);
  await expectHealthy(visit);
  await visit.close();
});

it.each([-3, 3])("a clock that is off by %i years changes nothing", async (years) => {
  const visit = await world.openPage({
    resourceId: resourceIds.twelveSlots,
    prepare: (page) =>
      page.addInitScript(
        (offMs) => {
          const now = Date.now.bind(Date);
          Date.now = () => now() + offMs;
        },
        years * 365 * 86_400_000,
      ),
  });
  await visit.reaches("ready");

  expect(await visit.errors()).toEqual([]);
  await expectHealthy(visit);
  await visit.close();
});

it("a Timekit that never answers: a failure after half a minute", { timeout: 90_000 }, async () => {
  const restore = world.timekit.fail({ at: "findtime", as: "hang" });
  const visit = await world.openPage();
  await visit.page.locator("[role=alert]").waitFor({ timeout: 60_000 });

  expect(await visit.errors()).toMatchObject([{ code: "widget/failed", retryable: true }]);
  restore();
  await visit.page.getByRole("alert").getByRole("button").click();
  await visit.reaches("ready");
  await expectHealthy(visit);
  await visit.close();
});
