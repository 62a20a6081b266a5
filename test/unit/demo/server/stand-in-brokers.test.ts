import { expect, test } from "vitest";
import { serve } from "../../../../demo/server/serve.ts";
import { answerAsStandIn } from "../../../../demo/server/stand-in-brokers.ts";

test("the slow broker passes the real one's answer on, late and under the page's origin", async () => {
  const broker = await serve(
    async (request) =>
      Response.json(
        { url: request.url, origin: request.headers.get("origin") },
        { status: 404, headers: { "content-type": "application/problem+json" } },
      ),
    { ports: [0] },
  );
  const startedMs = performance.now();
  const response = await answerAsStandIn(
    new Request("http://127.0.0.1:5180/brokers/slow/client-token?resource_id=x"),
    { brokerOrigin: broker.origin, pageOrigin: "http://127.0.0.1:5180", slowMs: 60 },
  );
  await broker.close();
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(55);
  expect(response?.status).toBe(404);
  expect(response?.headers.get("content-type")).toBe("application/problem+json");
  expect(await response?.json()).toEqual({
    url: `${broker.origin}/client-token?resource_id=x`,
    origin: "http://127.0.0.1:5180",
  });
});

test("no stand-in answers elsewhere", async () => {
  const options = { brokerOrigin: "http://127.0.0.1:1", pageOrigin: "http://127.0.0.1:2", slowMs: 0 };
  expect(await answerAsStandIn(new Request("http://127.0.0.1:2/client-token"), options)).toBeUndefined();
});
