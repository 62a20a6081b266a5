import { describe, expect, test } from "vitest";
import type { OpenWorld } from "../broker-suite.ts";
import { always, likeTimekit, type Respond } from "../start-upstream.ts";
import { makeBodies } from "../timekit-bodies.ts";

const once = (first: Respond, then: Respond = likeTimekit(makeBodies())): Respond => {
  let count = 0;
  return (request, response) => {
    count += 1;
    (count === 1 ? first : then)(request, response);
  };
};

const passing: readonly (readonly [string, Respond])[] = [
  ["resets the connection", (_request, response) => void response.destroy()],
  ["answers 408", always(408)],
  ["answers 429", always(429)],
  ["answers 500", always(500)],
  ["answers 503", always(503)],
  ["answers 503 with Retry-After: 0", always(503, { "Retry-After": "0" })],
];

export const addRetryTests = (open: OpenWorld): void => {
  describe("when Timekit once", () => {
    test.each(passing)("%s, the visitor does not notice", async (_what, respond) => {
      const { ask, upstream } = await open({ timekitApp: "example-app", upstreamTimeoutMs: 4000 });
      upstream.respondWith(once(respond));
      expect((await ask()).status).toBe(200);
      expect(upstream.requests).toHaveLength(2);
    });
  });

  describe("when Timekit again and again", () => {
    test("fails, it is asked three times", async () => {
      const { ask, upstream } = await open({ timekitApp: "example-app", upstreamTimeoutMs: 4000 });
      upstream.respondWith(always(500));
      expect((await ask()).status).toBe(502);
      expect(upstream.requests).toHaveLength(3);
    });

    test("asks for more time than there is, the visitor is told at once", async () => {
      const { ask, upstream } = await open({ timekitApp: "example-app", upstreamTimeoutMs: 4000 });
      upstream.respondWith(always(503, { "Retry-After": "30" }));
      const answer = await ask();
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("30");
      expect(upstream.requests).toHaveLength(1);
    });

    test("does not answer, it is left alone after five visitors", async () => {
      const { ask, upstream } = await open({ timekitApp: "example-app", upstreamTimeoutMs: 50 });
      upstream.respondWith(() => undefined);
      for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(504);
      const askedBefore = upstream.requests.length;
      const answer = await ask();
      expect(answer).toMatchObject({ status: 503, json: { code: "upstream-busy" } });
      expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(5);
      expect(upstream.requests).toHaveLength(askedBefore);
    });
  });
};
