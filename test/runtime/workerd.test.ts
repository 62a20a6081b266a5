import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addBrokerTests } from "./broker-suite.ts";
import { createBrokerWorld, fromPage, grantPath } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";
import { likeTimekit } from "./start-upstream.ts";
import { startWorkerd, type Workerd } from "./start-workerd.ts";
import { makeBodies } from "./timekit-bodies.ts";

describe("the broker in workerd", () => {
  let workerd: Workerd;

  beforeAll(async () => {
    workerd = await startWorkerd(await bundleBroker("worker"));
  }, 60_000);

  afterAll(() => workerd.close());

  addBrokerTests((settings) => workerd.startBroker(settings));

  const leaders = {
    "is answered by something else": { headers: { "Test-Leave-After-Ms": "100" } },
    "throws an error": { headers: { "Test-Fail-After-Ms": "100" } },
    "is aborted by its client": {},
  };

  test.each(Object.entries(leaders))(
    "fails nobody when the request that asked first %s",
    async (_how, leader: { headers?: Record<string, string> }) => {
      const client = new AbortController();
      const { ask, upstream, close } = await createBrokerWorld(workerd.startBroker);
      upstream.respondWith((request, response) => {
        setTimeout(() => likeTimekit(makeBodies())(request, response), 300);
      });
      const first = ask(grantPath, {
        headers: { ...fromPage.headers, ...leader.headers },
        signal: client.signal,
      }).then(
        ({ status, text }) => (status === 200 ? text : "failed"),
        () => "failed",
      );
      await expect.poll(() => upstream.requests.length).toBe(2);
      const followers = Array.from({ length: 20 }, () => ask());
      if (!leader.headers) client.abort();
      expect(await first).toBe(leader.headers?.["Test-Leave-After-Ms"] ? "left" : "failed");
      const statuses = (await Promise.all(followers)).map(({ status }) => status);
      expect(statuses).toEqual(Array.from({ length: 20 }, () => 200));
      expect(upstream.requests).toHaveLength(2);
      expect((await ask()).status).toBe(200);
      await close();
    },
  );

  test("refuses every request while a setting is bad, and says which in its log", async () => {
    const broker = await workerd.startBroker({ timekitApiKey: "key", allowedOrigins: "*" });
    const response = await broker.fetch(grantPath, fromPage);
    expect(response.status).toBe(502);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect((await broker.readLog()).join("\n")).toMatch(
      /"event":"misconfigured","message":"ALLOWED_ORIGINS /,
    );
  });
});
