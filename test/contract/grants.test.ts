import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resourceIds } from "../../demo/timekit/world.ts";
import { type ContractOptions, createContractWorld } from "./contract-world.ts";
import { startServer } from "../tools/start-server.ts";
import { createBroker } from "../../src/broker/index.ts";
import { likeTimekit, startUpstream, type Upstream } from "../runtime/start-upstream.ts";
import { makeBodies, resourceId, secrets } from "../runtime/timekit-bodies.ts";
import { upstreamBodies } from "../cases/credentials.ts";

const withoutToken = [
  "serverTokenOnly",
  "expiredClientToken",
  "noCredentials",
  "noEmail",
  "unknown",
  "testMode",
];
const yearMs = 365 * 24 * 60 * 60_000;

describe.each(["include", "search"] as const)("with the lookup %s", (timekitLookup) => {
  test.each(Object.entries(resourceIds))(
    "the loader accepts what the broker grants: %s",
    async (name, id) => {
      const world = createContractWorld({ settings: { timekitLookup } });
      const outcome = await world.ask({ resourceId: id }).catch((error: unknown) => error);
      expect(outcome).toMatchObject(
        withoutToken.includes(name)
          ? { code: "broker/no-token" }
          : { type: "client-token", app: "brook-lane", resource: { id } },
      );
    },
  );
});

test("a grant has what Timekit knows of the resource", async () => {
  const { ask, timekit } = createContractWorld();
  const resource = timekit.world.apps[0]?.resources.find(({ id }) => id === resourceIds.losAngeles);
  const token = resource?.credentials.find(({ type }) => type === "client-token")?.token;
  expect(await ask({ resourceId: resourceIds.losAngeles })).toEqual({
    type: "client-token",
    token,
    app: "brook-lane",
    resource: {
      id: resource?.id,
      email: resource?.email,
      name: "Venice Beach Cycles",
      avatar: resource?.image,
    },
  });
});

test("an id in capitals is the same resource for both sides", async () => {
  const { ask } = createContractWorld();
  const { resource } = await ask({ resourceId: resourceIds.normal.toUpperCase() });
  expect(resource.id.toLowerCase()).toBe(resourceIds.normal);
});

test("the question needs no preflight, and is answered to the page's own origin", async () => {
  const { ask, responses } = createContractWorld();
  // The world's browser refuses what would need one.
  await ask();
  expect(responses[0]?.headers.get("access-control-allow-origin")).toBe("https://www.example.com");
});

test("a page of the broker's own origin needs no entry on its list", async () => {
  const { ask } = createContractWorld({ isSameOrigin: true, origin: "https://broker.example" });
  expect((await ask()).type).toBe("client-token");
});

test("a renewal is understood: Timekit is asked again, and only then", async () => {
  const { ask, timekit } = createContractWorld();
  const countLookups = () => timekit.requests.filter(({ path }) => path.includes(resourceIds.normal)).length;
  await ask();
  await ask();
  expect(countLookups()).toBe(1);
  await ask({ renew: true });
  expect(countLookups()).toBe(2);
});

describe("now", () => {
  const visitorsClock = () => Date.now() + 10 * yearMs;

  /** The broker as a server, since only a server writes `Date`. */
  const overHttp: ContractOptions["serve"] = (send) => async (request) => {
    const server = await startServer(send);
    const { pathname, search } = new URL(request.url);
    const response = await fetch(`${server.origin}${pathname}${search}`, { headers: request.headers });
    const body = await response.text();
    await server.close();
    return new Response(body, { status: response.status, headers: response.headers });
  };

  test("is the broker's Date, which the page may read, where the visitor's clock is years ahead", async () => {
    const world = createContractWorld({ now: visitorsClock, serve: overHttp });
    expect((await world.ask()).type).toBe("client-token");
    expect(world.responses[0]?.headers.get("date")).not.toBeNull();
  });

  test("is the visitor's clock where nobody writes a Date", async () => {
    const world = createContractWorld({ now: visitorsClock });
    expect((await world.askInVain()).code).toBe("token/expired");
  });
});

describe("whatever Timekit sends", () => {
  let upstream: Upstream;
  beforeAll(async () => {
    upstream = await startUpstream();
  });
  afterAll(() => upstream.close());

  test.each(upstreamBodies)(
    "$name: what the broker grants the loader accepts",
    async ({ gives, ...holdings }) => {
      upstream.respondWith(likeTimekit(makeBodies(holdings)));
      const broker = createBroker(
        {
          timekitApiKey: secrets.apiKey,
          allowedOrigins: "https://www.example.com",
          timekitApiUrl: upstream.url,
        },
        { log: () => undefined, random: () => 0 },
      );
      const { ask } = createContractWorld({ serve: () => (request) => broker.fetch(request) });
      const outcome = await ask({ resourceId }).catch((error: unknown) => error);
      const code = gives === 404 ? "broker/no-token" : "broker/failed";
      expect(outcome).toMatchObject(typeof gives === "string" ? { token: gives } : { code });
    },
  );
});
