import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBroker } from "../../../src/broker/index.ts";
import { fromPage, grantPath } from "../broker-world.ts";
import { findLeaks } from "../find-leaks.ts";
import { generatedRuns, holdFor } from "../generated-runs.ts";
import { startUpstream } from "../start-upstream.ts";
import { clientToken, resource, resourceId, secrets, serverToken } from "../timekit-bodies.ts";

const { runs, over, timeoutMs } = generatedRuns;

const grantKeys = ["type", "token", "expires", "app", "resource"];
const resourceKeys = ["id", "name", "email", "timezone", "avatar"];
const problemKeys = ["title", "status", "detail", "code", "request_id"];

const secret = fc.constantFrom(...Object.values(secrets));
const name = fc.oneof(
  fc.constantFrom("type", "token", "api_token", "expires", "scopes", "referrer", "token_generated_at"),
  fc.constantFrom(
    "id",
    "name",
    "email",
    "timezone",
    "image",
    "img",
    "credentials",
    "data",
    "app",
    "resource",
  ),
  fc.constantFrom("__proto__", "constructor", "toString", "password", "secret"),
  fc.string({ maxLength: 4 }),
);
const text = fc.oneof(
  secret,
  secret.map((canary) => `a@example.com ${canary}`),
  secret.map((canary) => `https://images.example.com/${canary}.png`),
  fc.constantFrom("client-token", "server-token", "Client-Token", "widget", "", "2099-01-01T00:00:00+00:00"),
  fc.constantFrom(
    resourceId,
    resourceId.toUpperCase(),
    "resource@example.com",
    "PublicToken1",
    "javascript:alert(1)",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { arbitrary: text, weight: 4 },
    fc.constantFrom(null, true, false, 0, -1, 4_000_000_000, 1e300),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 5 }),
  ),
}));

const entry = fc.oneof(
  value,
  fc.dictionary(name, value, { maxKeys: 3 }).map((more) => ({ ...clientToken, ...more })),
  fc
    .dictionary(name, value, { maxKeys: 3 })
    .map((more) => ({ type: "client-token", token: "PublicToken2", ...more })),
);

// Like Timekit's own body, with the secrets where Timekit has them, but for what is special; or like nothing at all.
const likeTimekit = fc
  .record({ special: fc.dictionary(name, value, { maxKeys: 3 }), entries: fc.array(entry, { maxLength: 4 }) })
  .map(({ special, entries }) => ({
    data: {
      ...resource,
      ...special,
      credentials: [...entries, serverToken],
      hidden: { secrets: allSecrets },
    },
  }));
const likeNothing = value.map((anything) => ({ data: anything, hidden: { secrets: allSecrets } }));
const anyBody = fc.oneof({ arbitrary: likeTimekit, weight: 4 }, likeNothing, value.filter(isHarmless));

const allSecrets = Object.values(secrets).map((token) => ({ type: "server-token", token }));

function isHarmless(anything: unknown): boolean {
  return findLeaks(JSON.stringify(anything)).length === 0;
}

/** Gives the broker generated answers of Timekit's; throws at the first that leaks, or brings a key that is not in the contract. */
const tryRandomBodies = async (): Promise<{ readonly granted: number }> => {
  const upstream = await startUpstream();
  let body = "";
  upstream.respondWith((_request, response) => void response.end(body));
  const transport = over === "memory" && { fetch: async () => new Response(body) };
  let granted = 0;
  const property = fc.asyncProperty(anyBody, async (generated) => {
    body = JSON.stringify(generated);
    const outputs: string[] = [];
    const settings = {
      timekitApiKey: secrets.apiKey,
      timekitApiKeyNext: secrets.nextApiKey,
      allowedOrigins: "https://www.example.com",
      timekitApiUrl: upstream.url,
      timekitApp: "example-app",
      logLevel: "debug",
    } as const;
    const log = (line: object): void => void outputs.push(JSON.stringify(line));
    const broker = createBroker(settings, { log, ...transport });
    const response = await broker.fetch(new Request(`https://broker.example${grantPath}`, fromPage));
    const answer = await response.text();
    outputs.push(answer, JSON.stringify([...response.headers]));
    if (response.status === 200) granted += 1;
    return (
      [200, 404, 502].includes(response.status) &&
      hasOnly(JSON.parse(answer), response.status === 200 ? grantKeys : problemKeys) &&
      findLeaks(outputs.join("\n")).length === 0
    );
  });
  try {
    await holdFor(runs, property);
  } finally {
    await upstream.close();
  }
  return { granted };
};

const hasOnly = (answer: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean =>
  Object.entries(answer).every(
    ([key, item]) =>
      keys.includes(key) &&
      (key === "resource"
        ? Object.entries(item ?? {}).every(([inner, fact]) => resourceKeys.includes(inner) && isPlain(fact))
        : isPlain(item)),
  );

const isPlain = (item: unknown): boolean => item === null || typeof item !== "object";

test(
  `${runs} generated bodies of Timekit's bring no key beyond the contract and no secret`,
  async () => {
    expect((await tryRandomBodies()).granted).toBeGreaterThan(runs / 10);
  },
  timeoutMs,
);
