import { assembleBroker } from "../../../src/broker/create-broker.ts";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { parseSettings } from "../../../src/broker/settings/parse-settings.ts";
import { makeBodies } from "../timekit-bodies.ts";

/** A program: asks one broker as many clients, and for many resources, and prints the heap after each kind, all garbage collected, as JSON. */

const clientCount = 1_000_000;
const resourceCount = 100_000;

// Enough to fill each table once more.
const moreCount = 60_000;

const settings = parseSettings({
  timekitApiKey: "live_api_key_of_the_tests",
  allowedOrigins: "https://www.example.com",
  timekitApp: "example-app",
  upstreamPerSecond: 10_000,
  rateLimitPerMinute: 1_000_000,
});

let nowMs = Date.now();
let isFound = true;

const answer = (id: string): Response => {
  const { included } = makeBodies({ resource: { id } });
  return isFound
    ? Response.json(included)
    : Response.json({ error: "Resource does not exist" }, { status: 404 });
};

const broker = assembleBroker({
  settings,
  runtime: {
    ...defaultRuntime,
    now: () => nowMs,
    log: () => undefined,
    fetch: async (url) => answer(new URL(url).pathname.split("/").at(-1) ?? ""),
  },
});

const headers = new Headers({ Origin: "https://www.example.com" });

const toId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Throws if the answer has another status than this. */
const ask = async (number: number, clientAddress: string, expected = 200): Promise<void> => {
  const call = { method: "GET", path: "/client-token", search: `?resource_id=${toId(number)}`, headers };
  const { status, body } = await broker.reply(call, { clientAddress });
  if (status !== expected) throw new Error(`The answer for ${number} is ${status}, not ${expected}.`);
  // As a server does: it also makes one string of the parts.
  Buffer.byteLength(body ?? "");
};

/** Half of them with IPv4 addresses, half with IPv6 networks. */
const toAddress = (number: number): string => {
  const [high, middle, low] = [number >> 16, (number >> 8) & 255, number & 255];
  return number % 2 ? `11.${high}.${middle}.${low}` : `2001:db8:${high.toString(16)}:${number & 65_535}::1`;
};

const askAsClients = async (from: number, count: number): Promise<void> => {
  for (let number = from; number < from + count; number += 1) await ask(0, toAddress(number));
};

const askForResources = async (from: number, count: number): Promise<void> => {
  for (let number = from; number < from + count; number += 1) {
    await ask(number, "203.0.113.1", isFound ? 200 : 404);
    // So slow that the budget for requests to Timekit is never spent.
    nowMs += 1;
  }
};

const readHeap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const heaps: Record<string, number> = {};
const step = async (name: string, work: () => Promise<void>): Promise<void> => {
  await work();
  heaps[name] = readHeap();
};

await step("warm", async () => {
  for (let number = 0; number < 2000; number += 1) await ask(number % 10, "203.0.113.1");
});
await step("clients", () => askAsClients(0, clientCount));
await step("moreClients", () => askAsClients(clientCount, moreCount));
await step("found", () => askForResources(1000, resourceCount));
await step("moreFound", () => askForResources(1000 + resourceCount, moreCount));
isFound = false;
await step("none", () => askForResources(1_000_000, resourceCount));
await step("moreNone", () => askForResources(1_000_000 + resourceCount, moreCount));
process.stdout.write(JSON.stringify(heaps));
