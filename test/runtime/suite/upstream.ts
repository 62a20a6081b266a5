import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { OpenWorld } from "../broker-suite.ts";
import { always, likeTimekit, type Respond } from "../start-upstream.ts";
import { makeBodies } from "../timekit-bodies.ts";

const oversize = JSON.stringify({ data: { padding: "x".repeat(2 * 1024 * 1024) } });

interface Case {
  readonly name: string;
  readonly respond: Respond;
  readonly status: number;
  readonly code: string;
}

const failed = (name: string, respond: Respond): Case => ({
  name,
  respond,
  status: 502,
  code: "upstream-failed",
});

const cases: readonly Case[] = [
  failed("refuses the key", always(401, {}, "Invalid credentials supplied")),
  failed("is hidden by a page with 403", always(403, { "Content-Type": "text/html" }, "<h1>Forbidden</h1>")),
  failed("is hidden by a page with 404", always(404, { "Content-Type": "text/html" }, "<h1>Not found</h1>")),
  failed("is hidden by somebody else's JSON", always(403, {}, '{"message":"Forbidden"}')),
  failed("answers 400", always(400)),
  failed("answers 422", always(422, {}, '{"errors":{"id":["must be a valid UUID"]}}')),
  failed("answers 500", always(500)),
  failed("answers 204 without a body", always(204)),
  failed("redirects", always(302, { Location: "https://elsewhere.example/" })),
  failed("sends HTML", always(200, { "Content-Type": "text/html" }, "<h1>Hello</h1>")),
  failed("sends nothing", always(200, {}, "")),
  failed("sends half of its JSON", always(200, {}, '{"data":{"id":')),
  failed("sends bytes that are not UTF-8", always(200, {}, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))),
  failed("sends JSON without data", always(200, {}, '{"error":"no"}')),
  failed("sends a list instead of a resource", always(200, {}, '{"data":[]}')),
  failed("sends null", always(200, {}, "null")),
  failed("sends too much", always(200, {}, oversize)),
  failed("sends a compressed bomb", always(200, { "Content-Encoding": "gzip" }, gzipSync(oversize))),
  failed(
    "sends another resource",
    likeTimekit(makeBodies({ resource: { id: "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913" } })),
  ),
  failed(
    "sends an id that is no text",
    likeTimekit(makeBodies({ resource: { id: ["2939c4fa-f06f-4496-8a20-03f57afcdfe6"] } })),
  ),
  failed("closes the connection", (_request, response) => void response.destroy()),
  failed("closes it in the middle of the body", (_request, response) => {
    response.writeHead(200, { "Content-Length": "1000" });
    response.write('{"data":{', () => response.destroy());
  }),
  { name: "limits the rate with 429", respond: always(429), status: 503, code: "upstream-busy" },
  { name: "limits the rate with 503", respond: always(503), status: 503, code: "upstream-busy" },
  { name: "says nothing", respond: () => undefined, status: 504, code: "upstream-timeout" },
  {
    name: "sends its headers and then nothing",
    respond: (_request, response) => response.writeHead(200).flushHeaders(),
    status: 504,
    code: "upstream-timeout",
  },
  {
    name: "drips",
    respond: (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    },
    status: 504,
    code: "upstream-timeout",
  },
];

export const addUpstreamTests = (open: OpenWorld): void => {
  describe("when Timekit", () => {
    test.each(cases)("$name, the answer is $status $code, and the next one is good again", async (row) => {
      const { ask, upstream } = await open({ timekitApp: "example-app", upstreamTimeoutMs: 400 });
      upstream.respondWith(row.respond);
      const startedAtMs = performance.now();
      const answer = await ask();
      expect(performance.now() - startedAtMs).toBeLessThan(400 + 500);
      expect(answer).toMatchObject({ status: row.status, json: { code: row.code } });
      expect(answer.headers.get("retry-after")).toBe(row.status === 503 ? "1" : null);
      upstream.respondWith(likeTimekit(makeBodies()));
      expect((await ask()).status).toBe(200);
    });

    test("has no slug for the app, the answer is 502", async () => {
      const { ask, upstream } = await open({ upstreamPerSecond: 100 });
      for (const app of [
        { data: { slug: "" } },
        { data: { slug: 7 } },
        { data: null },
        { data: { slug: "a b" } },
      ]) {
        upstream.respondWith(likeTimekit({ ...makeBodies(), app }));
        expect(await ask()).toMatchObject({ status: 502, json: { code: "upstream-failed" } });
      }
      upstream.respondWith(likeTimekit(makeBodies()));
      expect((await ask()).status).toBe(200);
    });
  });
};
