import { describe, expect, test } from "vitest";
import type { OpenWorld } from "../broker-suite.ts";
import { fromPage, grantPath, pageOrigin } from "../broker-world.ts";
import { clientToken, expectedGrant, makeBodies, resourceId, secrets } from "../timekit-bodies.ts";
import { likeTimekit } from "../start-upstream.ts";

const targets = {
  include: ["/v2/app", `/v2/resources/${resourceId}?include=credentials`],
  search: ["/v2/app", `/v2/credentials?search=resource.id:${resourceId}`, `/v2/resources/${resourceId}`],
};

export const addGrantTests = (open: OpenWorld): void => {
  describe("a grant", () => {
    test.each(["include", "search"] as const)(
      "is what the contract says, with the lookup %s",
      async (lookup) => {
        const { ask, upstream } = await open({ timekitLookup: lookup });
        const { status, headers, json } = await ask();
        expect({ status, json }).toEqual({ status: 200, json: expectedGrant });
        expect(headers.get("content-type")).toBe("application/json");
        expect(upstream.requests.map(({ target }) => target).sort()).toEqual(targets[lookup]);
      },
    );

    test("asks for the app's slug once", async () => {
      const { ask, upstream } = await open();
      await ask();
      await ask();
      expect(upstream.requests.filter(({ target }) => target === "/v2/app")).toHaveLength(1);
    });

    test("names the app that the owner has set, without asking", async () => {
      const { ask, upstream } = await open({ timekitApp: "set-by-the-owner" });
      expect((await ask()).json).toMatchObject({ app: "set-by-the-owner" });
      expect(upstream.requests.map(({ target }) => target)).toEqual([targets.include[1]]);
    });

    test("takes the id in any case and nothing else of the request to Timekit", async () => {
      const { ask, upstream } = await open({ timekitApp: "example-app" });
      const answer = await ask(`/client-token?resource_id=${resourceId.toUpperCase()}`, {
        headers: { ...fromPage.headers, Cookie: "session=1", "X-Custom": "1" },
      });
      expect(answer).toMatchObject({ status: 200, json: expectedGrant });
      const [request] = upstream.requests;
      expect(request).toMatchObject({
        method: "GET",
        target: targets.include[1],
        headers: {
          authorization: `Basic ${Buffer.from(`:${secrets.apiKey}`).toString("base64")}`,
          "accept-encoding": "identity",
        },
      });
      for (const name of ["origin", "cookie", "x-custom", "referer"])
        expect(request?.headers).not.toHaveProperty(name);
    });

    test("is for the origin that asks: its own token before others", async () => {
      const { ask, upstream } = await open({ timekitApp: "example-app" });
      const forShop = { ...clientToken, token: "OnlyForTheShop", referrer: ["https://shop.example.com"] };
      const forPage = { ...clientToken, token: "OnlyForThePage", referrer: [pageOrigin] };
      upstream.respondWith(likeTimekit(makeBodies({ credentials: [forShop, forPage] })));
      expect((await ask()).json).toMatchObject({ token: "OnlyForThePage" });
      const atShop = await ask(grantPath, { headers: { Origin: "https://shop.example.com" } });
      expect(atShop.json).toMatchObject({ token: "OnlyForTheShop" });
    });

    test("answers HEAD with the same headers and no body", async () => {
      const { ask } = await open();
      const head = await ask(grantPath, { ...fromPage, method: "HEAD" });
      const get = await ask();
      expect(head).toMatchObject({ status: 200, text: "" });
      for (const name of ["content-type", "cache-control", "access-control-allow-origin"])
        expect(head.headers.get(name)).toBe(get.headers.get(name));
    });

    test("answers a preflight without asking Timekit", async () => {
      const { ask, upstream } = await open();
      const { status, text, headers } = await ask(grantPath, {
        method: "OPTIONS",
        headers: { ...fromPage.headers, "Access-Control-Request-Method": "GET" },
      });
      expect({ status, text }).toEqual({ status: 204, text: "" });
      expect(headers.get("access-control-allow-origin")).toBe(pageOrigin);
      expect(headers.get("access-control-allow-methods")).toBe("GET, HEAD");
      expect(upstream.requests).toEqual([]);
    });

    test("is given without an origin only where the browser says same-origin", async () => {
      const { ask } = await open();
      const sameOrigin = await ask(grantPath, { headers: { "Sec-Fetch-Site": "same-origin" } });
      expect(sameOrigin.status).toBe(200);
      expect(sameOrigin.headers.get("access-control-allow-origin")).toBeNull();
      for (const site of ["cross-site", "same-site", "none"])
        expect((await ask(grantPath, { headers: { "Sec-Fetch-Site": site } })).status).toBe(403);
      expect((await ask(grantPath, {})).status).toBe(403);
    });

    test("uses the next key once the first is refused", async () => {
      const { ask, upstream } = await open({
        timekitApiKeyNext: secrets.nextApiKey,
        timekitApp: "example-app",
      });
      upstream.respondWith(likeTimekit(makeBodies(), [secrets.nextApiKey]));
      expect((await ask()).status).toBe(200);
      expect(upstream.requests).toHaveLength(2);
    });
  });
};
