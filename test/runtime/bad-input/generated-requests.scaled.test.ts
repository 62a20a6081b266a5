import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBroker } from "../../../src/broker/index.ts";
import { fromPage } from "../broker-world.ts";
import { findLeaks } from "../find-leaks.ts";
import { generatedRuns, holdFor } from "../generated-runs.ts";
import { startUpstream } from "../start-upstream.ts";
import { makeBodies, resourceId, secrets } from "../timekit-bodies.ts";

const { runs, over, timeoutMs } = generatedRuns;

type Pair = readonly [name: string, value: string];

const spoiledId = fc
  .record({
    id: fc.oneof(fc.constant(resourceId), fc.uuid()),
    at: fc.nat(36),
    removed: fc.nat(2),
    inserted: fc.oneof(
      fc.constant(""),
      fc.string({ unit: "binary", maxLength: 2 }),
      fc.string({ maxLength: 2 }),
    ),
  })
  .map(({ id, at, removed, inserted }) => id.slice(0, at) + inserted + id.slice(at + removed));

const anyId = fc.oneof(
  fc.mixedCase(fc.uuid()),
  spoiledId,
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "me", "../app", `${resourceId}/../../app`, `${resourceId}?include=token`),
);

const anyPair: fc.Arbitrary<Pair> = fc.oneof(
  { arbitrary: fc.tuple(fc.constant("resource_id"), anyId), weight: 6 },
  { arbitrary: fc.tuple(fc.constant("renew"), fc.constantFrom("1", "0", "", "true", "11")), weight: 2 },
  fc.tuple(fc.constantFrom("Resource_id", "resource_id[]", "include", "search", "__proto__", ""), anyId),
  fc.tuple(fc.string({ unit: "binary", maxLength: 5 }), fc.string({ unit: "binary" })),
);

const anyQuery = fc.oneof(
  { arbitrary: anyId.map((id): readonly Pair[] => [["resource_id", id]]), weight: 2 },
  fc.array(anyPair, { maxLength: 4 }),
);

/** Sends generated queries; throws at the first that reaches Timekit though it must not, or by another URL than the one for its id. */
const tryGeneratedRequests = async (): Promise<{ readonly granted: number }> => {
  const upstream = await startUpstream();
  const asked: string[] = [];
  const transport = over === "memory" && {
    fetch: async (url: string) => {
      asked.push(url.replace(upstream.url, ""));
      return url.includes(resourceId)
        ? Response.json(makeBodies().included)
        : Response.json({ error: "Resource does not exist" }, { status: 404 });
    },
  };
  const listTargets = (): readonly string[] =>
    over === "memory" ? asked : upstream.requests.map(({ target }) => target);
  const outputs: string[] = [];
  const broker = createBroker(
    {
      timekitApiKey: secrets.apiKey,
      allowedOrigins: "https://www.example.com",
      timekitApiUrl: upstream.url,
      timekitApp: "example-app",
      upstreamPerSecond: 10_000,
      rateLimitPerMinute: 1_000_000,
      logLevel: "debug",
    },
    { log: (entry) => void outputs.push(JSON.stringify(entry)), ...transport },
  );
  let granted = 0;
  const property = fc.asyncProperty(anyQuery, async (pairs) => {
    const askedBefore = listTargets().length;
    const query = pairs.map((pair) => pair.map(encode).join("=")).join("&");
    const response = await broker.fetch(
      new Request(`https://broker.example/client-token?${query}`, fromPage),
    );
    outputs.push(await response.text(), JSON.stringify([...response.headers]));
    const targets = listTargets().slice(askedBefore);
    const leaks = findLeaks(outputs.splice(0).join("\n"));
    if (leaks.length > 0) throw new Error(`leaks ${leaks.join(", ")}`);
    const id = findWantedId(pairs);
    if (id === undefined) return response.status === 400 && targets.length === 0;
    granted += 1;
    const expected = `/v2/resources/${id}?include=credentials`;
    return [200, 404].includes(response.status) && targets.every((target) => target === expected);
  });
  try {
    await holdFor(runs, property);
  } finally {
    await upstream.close();
  }
  return { granted };
};

const encode = (text: string): string => encodeURIComponent(text);

/** The id that a query may ask for, in lower case: judged without a regular expression and without the broker's code. */
const findWantedId = (pairs: readonly Pair[]): string | undefined => {
  const { resource_id: id, renew = "1", ...others } = Object.fromEntries(pairs);
  const isPlain =
    Object.keys(others).length === 0 && new Set(pairs.map(([name]) => name)).size === pairs.length;
  return isPlain && renew === "1" && id !== undefined && isCanonical(id) ? id.toLowerCase() : undefined;
};

const isCanonical = (text: string): boolean =>
  text.length === 36 &&
  Array.from(text).every((character, index) =>
    [8, 13, 18, 23].includes(index) ? character === "-" : "0123456789abcdefABCDEF".includes(character),
  );

test(
  `of ${runs} generated queries, only those with one canonical UUID reach Timekit, by one exact URL`,
  async () => {
    expect((await tryGeneratedRequests()).granted).toBeGreaterThan(runs / 20);
  },
  timeoutMs,
);
