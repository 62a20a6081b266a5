import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBroker } from "../../src/broker/index.ts";
import { findLeaks } from "./find-leaks.ts";
import { likeTimekit, startUpstream, type Upstream } from "./start-upstream.ts";
import { makeBodies, resourceId, secrets } from "./timekit-bodies.ts";
import { upstreamBodies } from "../cases/credentials.ts";

const resourceKeys = ["avatar", "email", "id", "name", "timezone"].map((key) => `resource.${key}`);
const contractKeys = new Set(["app", "expires", "resource", "token", "type", ...resourceKeys]);
const problemKeys = new Set(["title", "status", "detail", "code", "request_id"]);

const listKeys = (value: object, path = ""): string[] =>
  Object.entries(value).flatMap(([key, item]: [string, unknown]) => [
    path + key,
    ...(typeof item === "object" && item !== null ? listKeys(item, `${path}${key}.`) : []),
  ]);

describe.each(["include", "search"] as const)("with the lookup %s, Timekit sends", (timekitLookup) => {
  let upstream: Upstream;

  beforeAll(async () => {
    upstream = await startUpstream();
  });

  afterAll(() => upstream.close());

  test.each(upstreamBodies)("$name: the broker gives $gives", async ({ gives, ...holdings }) => {
    upstream.respondWith(likeTimekit(makeBodies(holdings)));
    const written: string[] = [];
    const broker = createBroker(
      {
        timekitApiKey: secrets.apiKey,
        timekitApiKeyNext: secrets.nextApiKey,
        allowedOrigins: "https://www.example.com",
        timekitApiUrl: upstream.url,
        timekitLookup,
        logLevel: "debug",
      },
      { log: (entry) => void written.push(JSON.stringify(entry)) },
    );
    const response = await broker.fetch(
      new Request(`https://broker.example/client-token?resource_id=${resourceId}`, {
        headers: { Origin: "https://www.example.com" },
      }),
    );
    const text = await response.text();
    const body = JSON.parse(text);
    expect(response.status === 200 ? body.token : response.status).toBe(gives);
    const allowed = response.status === 200 ? contractKeys : problemKeys;
    expect(listKeys(body).filter((key) => !allowed.has(key))).toEqual([]);
    expect(text).not.toContain("javascript:");
    expect(findLeaks([text, ...[...response.headers].flat(), ...written].join("\n"))).toEqual([]);
  });
});
