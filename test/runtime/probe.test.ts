import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { BrokerSettings } from "../../src/broker/index.ts";
import { probe } from "../../src/broker/node/probe.ts";
import { startServer } from "../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../src/broker/runtime.ts";
import { parseSettings } from "../../src/broker/settings/parse-settings.ts";
import { pageOrigin } from "./broker-world.ts";
import { findLeaks } from "./find-leaks.ts";
import { always, likeTimekit, type Respond, startUpstream } from "./start-upstream.ts";
import {
  clientToken,
  expectedGrant,
  makeBodies,
  resourceId,
  secrets,
  serverToken,
} from "./timekit-bodies.ts";

describe("timekit-broker --probe", () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  interface BrokerCase {
    readonly settings?: Partial<BrokerSettings>;
    readonly timekit?: Respond;
  }

  /** The address of a broker, with the path where it answers. */
  const startBroker = async ({ settings, timekit }: BrokerCase = {}): Promise<string> => {
    const upstream = await startUpstream();
    if (timekit) upstream.respondWith(timekit);
    const given = {
      timekitApiKey: secrets.apiKey,
      allowedOrigins: pageOrigin,
      timekitApiUrl: upstream.url,
      upstreamTimeoutMs: 1000,
      port: 0,
      ...settings,
    };
    const server = await startServer(parseSettings(given), { ...defaultRuntime, log: () => undefined });
    ends.push(upstream.close, () => server.stop({ quietMs: 0 }));
    return `${server.url}/client-token`;
  };

  const listen = async (answer: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown) => {
    const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ends.push(
      () => server.close(),
      () => server.closeAllConnections(),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/client-token`;
  };

  interface ProxyCase {
    /** What it changes in requests on their way to the broker. */
    readonly request?: (headers: Record<string, string>, url: URL) => void;
    /** What it changes in answers on their way back. */
    readonly answer?: (headers: Record<string, string>) => void;
    readonly isCache?: boolean;
  }

  /** The address of a proxy before a broker that is set up well. */
  const startProxy = async ({ request, answer, isCache = false }: ProxyCase): Promise<string> => {
    const broker = await startBroker();
    const kept: { status: number; headers: Record<string, string>; text: string }[] = [];
    return listen(async (incoming, outgoing) => {
      const headers: Record<string, string> = {};
      for (const name of ["origin", "sec-fetch-site"]) {
        const value = incoming.headers[name];
        if (typeof value === "string") headers[name] = value;
      }
      const url = new URL(incoming.url ?? "", broker);
      request?.(headers, url);
      const response = await fetch(url, { headers });
      const fresh = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
      answer?.(fresh.headers);
      if (isCache) kept.push(fresh);
      const sent = kept[0] ?? fresh;
      outgoing.writeHead(sent.status, sent.headers).end(sent.text);
    });
  };

  /** The address of somebody's own broker, which is the same to all. */
  const startOwn = (grant: unknown, status = 200, headers: Record<string, string> = {}): Promise<string> =>
    listen(({ headers: { origin = "" } }, outgoing) =>
      outgoing
        .writeHead(status, {
          "Cache-Control": "no-store",
          "Access-Control-Allow-Origin": origin,
          ...headers,
        })
        .end(typeof grant === "string" ? grant : JSON.stringify(grant)),
    );

  const run = async (brokerUrl: string, origin = pageOrigin, id: string = resourceId) => {
    const findings = await probe({ brokerUrl, origin, resourceId: id }, defaultRuntime);
    const texts = findings.map(({ isGood, text }) => `${isGood ? "good" : "bad"}: ${text}`);
    expect(findLeaks(texts.join("\n"))).toEqual([]);
    expect(texts.join("\n")).not.toContain(clientToken.token);
    return texts;
  };

  test.each([resourceId, resourceId.toUpperCase()])(
    "is content with a broker that works, for %s",
    async (id) => {
      expect(await run(await startBroker(), pageOrigin, id)).toEqual([
        `good: A page of ${pageOrigin} gets a client-token.`,
        "good: A foreign page is refused.",
      ]);
    },
  );

  test("is content with a proxy that changes nothing", async () => {
    expect(await run(await startProxy({}))).toHaveLength(2);
  });

  test.each<[string, () => Promise<string>, RegExp]>([
    [
      "does not run",
      async () => {
        const url = await listen(() => undefined);
        await ends.pop()?.();
        await ends.pop()?.();
        return url;
      },
      /cannot be reached: check URL/,
    ],
    [
      "does not have the origin on its list",
      () => startBroker({ settings: { allowedOrigins: "https://other.example" } }),
      /add it to ALLOWED_ORIGINS/,
    ],
    [
      "is behind a proxy that takes Origin away",
      () => startProxy({ request: (headers) => delete headers["origin"] }),
      /proxy before the broker takes the Origin header away/,
    ],
    ["redirects", () => startOwn("", 301, { Location: "/elsewhere" }), /URL redirects/],
    [
      "is at another path",
      () => startBroker({ settings: { clientTokenPath: "/token" } }),
      /CLIENT_TOKEN_PATH/,
    ],
    ["is another server's page", () => startOwn("<html>"), /no client-token: check URL/],
    ["is another server's 404", () => startOwn("<html>", 404), /with 404: check URL/],
    [
      "is behind a proxy that drops the query",
      () => startProxy({ request: (_headers, url) => void (url.search = "") }),
      /pass it on unchanged/,
    ],
    ["has a wrong key", () => startBroker({ settings: { timekitApiKey: "wrong" } }), /TIMEKIT_API_KEY/],
    ["has no such resource", () => startBroker({ timekit: always(404, {}, '{"error":"x"}') }), /--check/],
    [
      "finds no e-mail",
      () => startBroker({ timekit: likeTimekit(makeBodies({ resource: { email: null } })) }),
      /--check/,
    ],
    [
      "finds only an expired token",
      () =>
        startBroker({
          timekit: likeTimekit(
            makeBodies({ credentials: [{ ...clientToken, expires: "2020-01-01T00:00:00Z" }] }),
          ),
        }),
      /--check/,
    ],
    ["asks a Timekit that is down", () => startBroker({ timekit: always(503) }), /try again/],
    ["asks a Timekit that is silent", () => startBroker({ timekit: () => undefined }), /UPSTREAM_TIMEOUT_MS/],
    [
      "counts all visitors as one",
      async () => {
        const url = await startBroker({ settings: { rateLimitPerMinute: 1 } });
        await fetch(`${url}?resource_id=${resourceId}`, { headers: { Origin: pageOrigin } });
        return url;
      },
      /TRUSTED_PROXY_HOPS/,
    ],
    [
      "is behind a proxy that takes CORS headers away",
      () => startProxy({ answer: (headers) => delete headers["access-control-allow-origin"] }),
      /lost its Access-Control-Allow-Origin/,
    ],
    [
      "is behind a proxy that sets them, too",
      () => startProxy({ answer: (headers) => void (headers["access-control-allow-origin"] += ", *") }),
      /sets Access-Control-Allow-Origin, too/,
    ],
    [
      "is behind a proxy that allows to keep its answers",
      () => startProxy({ answer: (headers) => void (headers["cache-control"] = "max-age=60") }),
      /A cache on the way/,
    ],
    [
      "is behind a cache that says so",
      () => startProxy({ answer: (headers) => void (headers["age"] = "7") }),
      /A cache on the way/,
    ],
    [
      "grants an expired token",
      () => startOwn({ ...expectedGrant, expires: "2020-01-01T00:00:00Z" }),
      /has expired: ask Timekit for a new one/,
    ],
    [
      "grants for another resource",
      () => startOwn({ ...expectedGrant, resource: { ...expectedGrant.resource, id: "x" } }),
      /another resource/,
    ],
    ["says no e-mail", () => startOwn({ ...expectedGrant, resource: { id: resourceId } }), /resource\.email/],
    ["says no app", () => startOwn({ ...expectedGrant, app: "" }), /lacks app/],
    ["gives a server-token away", () => startOwn(serverToken), /revoke the token in Timekit/],
    [
      "gives a server-token away beside a good one",
      () => startOwn({ ...expectedGrant, all: [{ type: "server-token" }] }),
      /revoke the token in Timekit/,
    ],
    ["sends more than the loader reads", () => startOwn(" ".repeat(65_537)), /no client-token: check URL/],
  ])("where the broker %s, it says in one sentence what to change", async (_what, start, sentence) => {
    const texts = await run(await start());
    expect(texts).toEqual([expect.stringMatching(/^bad: [^\n]+\.$/)]);
    expect(texts[0]).toMatch(sentence);
  });

  test.each<[string, () => Promise<string>, RegExp]>([
    ["lets everybody in", () => startOwn(expectedGrant), /ALLOWED_ORIGINS list your own origins only/],
    [
      "is behind a proxy that sets Origin",
      () => startProxy({ request: (headers) => void (headers["origin"] = pageOrigin) }),
      /no proxy set Origin/,
    ],
    ["is behind a cache", () => startProxy({ isCache: true }), /A cache on the way/],
    [
      "is behind something that fails for strangers",
      () =>
        listen(({ headers: { origin = "" } }, outgoing) =>
          outgoing
            .writeHead(origin === pageOrigin ? 200 : 500, {
              "Cache-Control": "no-store",
              "Access-Control-Allow-Origin": origin,
            })
            .end(JSON.stringify(expectedGrant)),
        ),
      /gets 500 instead of 403/,
    ],
  ])("where the broker %s, it notices what a foreign page gets", async (_what, start, sentence) => {
    const texts = await run(await start());
    expect(texts).toEqual([
      `good: A page of ${pageOrigin} gets a client-token.`,
      expect.stringMatching(/^bad: [^\n]+\.$/),
    ]);
    expect(texts[1]).toMatch(sentence);
  });

  test.each([
    ["http://broker.example/client-token", pageOrigin, resourceId, /^bad: URL /],
    ["https://user:zq7@broker.example/", pageOrigin, resourceId, /^bad: URL /],
    ["broker", pageOrigin, resourceId, /^bad: URL /],
    ["http://127.0.0.1:9/", `${pageOrigin}/`, resourceId, /^bad: ORIGIN /],
    ["http://127.0.0.1:9/", "https://a.example,https://b.example", resourceId, /^bad: ORIGIN /],
    ["http://127.0.0.1:9/", "null", resourceId, /^bad: ORIGIN /],
    ["http://127.0.0.1:9/", pageOrigin, "me", /^bad: ID /],
  ])("asks nobody at %s as %s for %s", async (url, origin, id, sentence) => {
    const texts = await run(url, origin, id);
    expect(texts).toEqual([expect.stringMatching(sentence)]);
    expect(texts[0]).not.toContain("zq7");
  });
});
