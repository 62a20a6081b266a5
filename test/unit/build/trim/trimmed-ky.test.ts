import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { trimKy } from "../../../../src/build/trim/trim-ky.ts";
import type * as FetchGrant from "../../../../src/loader/token/fetch-grant.ts";
import { goodGrant, resourceId } from "../../loader/token/grant-body.ts";
import { type Answer, hangUp, say, startStandIn } from "../../loader/token/fetch-grant-world.ts";
import { bundleModule } from "./bundle-module.ts";

const grantFile = fileURLToPath(new URL("../../../../src/loader/token/fetch-grant.ts", import.meta.url));
const source = `export { fetchGrant } from ${JSON.stringify(grantFile)};`;

// Each case is held to the whole ky too: what is trimmed behaves no differently.
describe.each([
  ["trimmed", await bundleModule(source, trimKy())],
  ["whole", await bundleModule(source, [])],
])("the loader's request through the %s ky", (_, module) => {
  const { fetchGrant } = module as typeof FetchGrant;

  /** Pauses that are drawn by lot take no time, or this share of the longest. */
  const ask = async (first: Answer | { readonly lot: number }, ...others: readonly Answer[]) => {
    const isAnswer = typeof first === "function";
    const broker = await startStandIn(...(isAnswer ? [first] : []), ...others);
    vi.spyOn(Math, "random").mockReturnValue(isAnswer ? 0 : first.lot);
    onTestFinished(async () => {
      vi.restoreAllMocks();
      await broker.close();
    });
    const startMs = performance.now();
    const page = {
      window: Object.create(null, { origin: { value: "https://www.example.com" } }),
      document: Object.create(null),
      fetch,
      now: Date.now,
      console,
    };
    const outcome = await fetchGrant({ brokerUrl: broker.url, resourceId, renew: false }, page).then(
      ({ token }) => token,
      (error: { readonly code?: unknown }) => error.code,
    );
    const { headers, method } = broker.requests[0] ?? {};
    return { outcome, attempts: broker.requests.length, ms: performance.now() - startMs, headers, method };
  };

  const good = say(200, goodGrant);

  test("succeeds after two failures", async () => {
    expect(await ask(say(503, ""), say(503, ""), good)).toMatchObject({
      outcome: goodGrant.token,
      attempts: 3,
    });
  });

  test("succeeds after two broken lines", async () => {
    expect(await ask(hangUp, hangUp, good)).toMatchObject({ outcome: goodGrant.token, attempts: 3 });
  });

  test("is a GET that carries no cookies", async () => {
    const { method, headers } = await ask(good);
    expect(method).toBe("GET");
    expect(headers).not.toHaveProperty("cookie");
  });

  test.each([
    ["status 503", say(503, ""), "broker/busy", 3],
    ["status 500", say(500, ""), "broker/failed", 3],
    ["status 408", say(408, ""), "broker/timeout", 3],
    ["a broken line", hangUp, "broker/unreachable", 3],
    ["a redirect", say(302, "", { location: "/" }), "broker/unreachable", 3],
    ["status 404", say(404, ""), "broker/no-token", 1],
    ["status 413", say(413, ""), "broker/failed", 1],
    [
      "status 503 that asks for more time than there is",
      say(503, "", { "retry-after": "11" }),
      "broker/busy",
      1,
    ],
    ["status 429 that asks for nonsense", say(429, "", { "retry-after": "soon" }), "broker/busy", 1],
  ])("gives up on %s", async (_, answer, outcome, attempts) => {
    expect(await ask(answer)).toMatchObject({ outcome, attempts });
  });

  test.each([429, 503])("waits as long as status %i asks it to", async (status) => {
    const { outcome, ms } = await ask(say(status, "", { "retry-after": "1" }), good);
    expect(outcome).toBe(goodGrant.token);
    expect(ms).toBeGreaterThan(990);
  });

  test("waits until the time that the broker names", async () => {
    const time = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000);
    expect((await ask(say(503, "", { "retry-after": time.toUTCString() }), good)).outcome).toBe(
      goodGrant.token,
    );
    expect(Date.now()).toBeGreaterThanOrEqual(time.getTime() - 10);
  });

  test("waits by lot where nothing is asked, twice as long the second time", async () => {
    const { outcome, ms } = await ask(
      { lot: 1 / 3 },
      say(500, ""),
      say(502, "", { "retry-after": "9" }),
      good,
    );
    expect(outcome).toBe(goodGrant.token);
    expect(ms).toBeGreaterThan(290);
    expect(ms).toBeLessThan(2000);
  });
});
