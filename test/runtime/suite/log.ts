import { describe, expect, test } from "vitest";
import type { OpenWorld } from "../broker-suite.ts";
import { grantPath, pageOrigin } from "../broker-world.ts";
import { always } from "../start-upstream.ts";
import { resourceId } from "../timekit-bodies.ts";

export const addLogTests = (open: OpenWorld): void => {
  describe("the log", () => {
    test("has one line of known fields for each request", async () => {
      const { ask, broker } = await open();
      const { headers } = await ask();
      const lines = await readRequests(broker.readLog);
      expect(lines).toEqual([
        {
          time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          level: "info",
          event: "request",
          request_id: headers.get("x-request-id"),
          method: "GET",
          route: "/client-token",
          resource_id: resourceId,
          cache: "miss",
          origin: pageOrigin,
          status: 200,
          duration_ms: expect.any(Number),
        },
      ]);
    });

    test("names the reason that a caller is not told", async () => {
      const { ask, upstream, broker } = await open({ timekitApp: "example-app" });
      upstream.respondWith(always(401));
      await ask();
      expect((await readRequests(broker.readLog)).at(-1)).toMatchObject({
        level: "warn",
        status: 502,
        code: "upstream-failed",
        reason: "key-refused",
      });
    });

    test("names an origin that is not on the list, and of what is no origin nothing", async () => {
      const { ask, broker } = await open();
      for (const Origin of ["https://shop2.example.com", "https://shop2.example.com", "https://<Strange>/"])
        await ask(grantPath, { headers: { Origin } });
      const lines = await readRequests(broker.readLog);
      expect(lines).toHaveLength(3);
      expect(lines).toMatchObject([
        { level: "warn", reason: "bad-origin", refused_origin: "https://shop2.example.com" },
        { level: "info", reason: "bad-origin" },
        { level: "warn", reason: "bad-origin", refused_origin: "unreadable" },
      ]);
      expect(lines[1]).not.toHaveProperty("refused_origin");
      expect(JSON.stringify(lines)).not.toMatch(/strange/i);
    });

    test("repeats nothing else that a stranger sent", async () => {
      const { ask, broker } = await open();
      await ask("/StrangePath?StrangeName=StrangeValue", {
        headers: { Origin: "https://strange-origin.example", "User-Agent": "StrangeAgent" },
      });
      await ask(grantPath, { headers: { Origin: "strange-origin", "User-Agent": "StrangeAgent" } });
      await ask(`${grantPath}&StrangeName=1`);
      expect((await broker.readLog()).join("\n")).not.toMatch(/strange/i);
    });
  });
};

const readRequests = async (readLog: () => Promise<readonly string[]>): Promise<unknown[]> =>
  (await readLog())
    .map((line): unknown => JSON.parse(line))
    .filter((entry) => (entry as { event: unknown }).event === "request");
