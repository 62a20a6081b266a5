import { createConnection } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type BrokerContext, createBroker } from "../../../src/broker/index.ts";
import { startServer } from "../../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { parseSettings } from "../../../src/broker/settings/parse-settings.ts";
import { fromPage, grantPath, pageOrigin } from "../broker-world.ts";
import { likeTimekit, startUpstream } from "../start-upstream.ts";
import { makeBodies, secrets } from "../timekit-bodies.ts";

const followerCount = 20;
const allGranted = Array.from({ length: followerCount }, () => 200);

describe("the request that asked Timekit first", () => {
  const undo: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const close of undo.splice(0)) await close();
  });

  /** A Timekit that takes 300 ms. */
  const openWorld = async () => {
    const upstream = await startUpstream();
    undo.push(upstream.close);
    upstream.respondWith((request, response) => {
      setTimeout(() => likeTimekit(makeBodies())(request, response), 300);
    });
    const settings = {
      timekitApiKey: secrets.apiKey,
      allowedOrigins: pageOrigin,
      timekitApiUrl: upstream.url,
      timekitApp: "example-app",
      port: 0,
    };
    return { upstream, settings };
  };

  const openServer = async () => {
    const { upstream, settings } = await openWorld();
    const server = await startServer(parseSettings(settings), { ...defaultRuntime, log: () => undefined });
    undo.unshift(() => server.stop({ quietMs: 0 }));
    const ask = async () => (await fetch(server.url + grantPath, fromPage)).status;
    return { upstream, url: new URL(server.url), ask };
  };

  test.each(["end", "destroy", "resetAndDestroy"] as const)(
    "fails no follower when its connection ends by %s",
    async (how) => {
      const { upstream, url, ask } = await openServer();
      const leader = createConnection({ host: url.hostname, port: Number(url.port) });
      leader.on("error", () => undefined);
      leader.write(`GET ${grantPath} HTTP/1.1\r\nHost: a\r\nOrigin: ${pageOrigin}\r\n\r\n`);
      await expect.poll(() => upstream.requests.length).toBe(1);
      const followers = Array.from({ length: followerCount }, ask);
      leader[how]();
      expect(await Promise.all(followers)).toEqual(allGranted);
      expect(await ask()).toBe(200);
      expect(upstream.requests).toHaveLength(1);
    },
  );

  test("fails no follower when its client waits no longer", async () => {
    const { upstream, url, ask } = await openServer();
    const client = new AbortController();
    const leader = fetch(new URL(grantPath, url), { ...fromPage, signal: client.signal });
    const outcome = leader.catch(({ name }: Error) => name);
    await expect.poll(() => upstream.requests.length).toBe(1);
    const followers = Array.from({ length: followerCount }, ask);
    client.abort();
    expect(await outcome).toBe("AbortError");
    expect(await Promise.all(followers)).toEqual(allGranted);
    expect(await ask()).toBe(200);
    expect(upstream.requests).toHaveLength(1);
  });

  test("fails no follower when its platform throws", async () => {
    const { upstream, settings } = await openWorld();
    const broker = createBroker(settings, { log: () => undefined });
    const ask = async (context?: BrokerContext) => {
      const request = new Request(`https://broker.example${grantPath}`, fromPage);
      return (await broker.fetch(request, {}, context)).status;
    };
    const leader = ask({
      waitUntil: () => {
        throw new Error("This context has ended.");
      },
    });
    const followers = Array.from({ length: followerCount }, () => ask());
    expect(await leader).toBe(502);
    expect(await Promise.all(followers)).toEqual(allGranted);
    expect(await ask()).toBe(200);
    expect(upstream.requests).toHaveLength(1);
  });

  test("gives its failure to those who wait with it, and to nobody after", async () => {
    const { upstream, ask } = await openServer();
    upstream.respondWith((_request, response) => {
      setTimeout(() => response.writeHead(401).end(), 300);
    });
    expect(new Set(await Promise.all(Array.from({ length: followerCount }, ask)))).toEqual(new Set([502]));
    upstream.respondWith(likeTimekit(makeBodies()));
    expect(await ask()).toBe(200);
  });
});
