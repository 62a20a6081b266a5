import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { parseSettings } from "../../../src/broker/settings/parse-settings.ts";
import { isThorough } from "../../tools/thorough.ts";
import { bundleBroker } from "../bundle-broker.ts";
import { startWorkerd } from "../start-workerd.ts";
import { type BrokerSettings, createBroker, type LogEntry } from "../../../src/broker/index.ts";
import { pageOrigin, type RunningBroker } from "../broker-world.ts";
import { findLeaks } from "../find-leaks.ts";
import { secrets } from "../timekit-bodies.ts";
import { type Fault, faults, shortDeadlineMs } from "./fault-table.ts";
import { type FaultServer, grantWith, startFaultServer } from "./start-fault-server.ts";

/** How long the broker waits for a Timekit that will answer: on a busy machine everything takes its time. */
const longDeadlineMs = 3000;

/** How much later than its deadline an answer may come. */
const graceMs = 250;

const minuteMs = 60_000;

/** What is known of a resource when Timekit begins to fail: nothing, something fresh, something old. */
const states = ["cold", "fresh", "stale"] as const;

type State = (typeof states)[number];

const calmSettings = {
  timekitApiKey: secrets.apiKey,
  allowedOrigins: [pageOrigin],
  timekitApp: "example-app",
  upstreamPerSecond: 1000,
  rateLimitPerMinute: 1_000_000,
  logLevel: "debug",
} as const;

/** Starts a broker whose clock is as far ahead as the function says. */
type StartAheadBroker = (settings: BrokerSettings, readAheadMs: () => number) => Promise<RunningBroker>;

// Until the broker asks again: that there is no token is believed for 30 s, a failure for 10 s, a token for 5 minutes.
const agingMs = 5 * minuteMs + 1000;
const healingMs = { cold: minuteMs, fresh: agingMs, stale: minuteMs };

/** A broker for each deadline goes through every fault in every state, each with a resource of its own, and must come out unharmed. */
const addFaultTests = (startBroker: StartAheadBroker): void => {
  let server: FaultServer;
  const brokers = new Map<number, RunningBroker>();
  let aheadMs = 0;
  let resources = 0;
  const received: string[] = [];

  beforeAll(async () => {
    server = await startFaultServer();
    for (const upstreamTimeoutMs of [shortDeadlineMs, longDeadlineMs]) {
      const settings = { ...calmSettings, timekitApiUrl: server.url, upstreamTimeoutMs };
      brokers.set(upstreamTimeoutMs, await startBroker(settings, () => aheadMs));
    }
  });

  afterAll(async () => {
    for (const broker of brokers.values()) await broker.close();
    await server.close();
  });

  const createAsk = (deadlineMs: number) => {
    const broker = brokers.get(deadlineMs);
    resources += 1;
    const id = `00000000-0000-4000-8000-${String(resources).padStart(12, "0")}`;
    return async () => {
      const startedAtMs = performance.now();
      const response = await broker?.fetch(`/client-token?resource_id=${id}`, {
        headers: { Origin: pageOrigin },
      });
      if (!response) throw new Error("There is no broker with this deadline.");
      const text = await response.text();
      const durationMs = performance.now() - startedAtMs;
      received.push(JSON.stringify([...response.headers]), text);
      const { token }: { token?: string } = JSON.parse(text);
      const { status, headers } = response;
      return { status, token, retryAfter: headers.get("retry-after"), durationMs };
    };
  };

  /** While the fault lasts, and after it. */
  const runThrough = async ({ behave }: Fault, state: State, deadlineMs: number) => {
    const ask = createAsk(deadlineMs);
    server.behave(grantWith("TokenBefore"));
    const before = state === "cold" ? undefined : await ask();
    expect(before?.token).toBe(state === "cold" ? undefined : "TokenBefore");
    if (state === "stale") aheadMs += agingMs;
    const askedBefore = server.targets.length;
    if (behave === "refuse") await server.refuse();
    else server.behave(behave);
    const during = await ask();
    const asked = server.targets.length - askedBefore;
    if (behave === "refuse") await server.listen();
    server.behave(grantWith("TokenAfter"));
    aheadMs += healingMs[state];
    return { during, asked, after: await ask() };
  };

  // Measured again where the machine, not the broker, took the time.
  test.each(faults.flatMap((fault) => states.map((state) => ({ name: fault.name, state, fault }))))(
    "$state, Timekit $name",
    { retry: 3 },
    async ({ fault, state }) => {
      const deadlineMs = fault.cold.includes(504) ? shortDeadlineMs : longDeadlineMs;
      const { during, asked, after } = await runThrough(fault, state, deadlineMs);
      const { statuses, token, retryAfter, mostAsked } = foresee(fault, state);
      expect(during.durationMs).toBeLessThan(deadlineMs + graceMs);
      expect(statuses).toContain(during.status);
      expect(during).toMatchObject({ token, retryAfter });
      expect(asked).toBeLessThanOrEqual(mostAsked);
      expect(after).toMatchObject({ status: 200, token: "TokenAfter" });
    },
  );

  test("no connection is left behind", async () => {
    await expect.poll(() => server.countConnections(), { timeout: 5000 }).toBeLessThanOrEqual(4);
  });

  test("no secret came out, in an answer or in the log", async () => {
    expect(received.length).toBeGreaterThan(0);
    const logs = await Promise.all([...brokers.values()].map((broker) => broker.readLog()));
    expect(findLeaks([...received, ...logs.flat()].join("\n"))).toEqual([]);
  });
};

/** What a visitor gets while the fault lasts, and how often Timekit is asked for it. */
const foresee = ({ cold, retryAfter }: Fault, state: State) => {
  const kept = { statuses: [200], token: "TokenBefore", retryAfter: null };
  const refused = { statuses: cold, token: undefined, retryAfter: retryAfter ?? null, mostAsked: 3 };
  switch (state) {
    case "cold":
      return refused;
    case "fresh":
      return { ...kept, mostAsked: 0 };
    case "stale":
      // That Timekit has no token any more is an answer, not a failure.
      return cold.includes(404) ? refused : { ...kept, mostAsked: 3 };
  }
};

/** Starts a broker on each runtime: within this process, and in the slow project as the servers that it is run as. */
const runtimes: Readonly<Record<string, () => Promise<Runtime>>> = isThorough
  ? {
      "as a Node server": async () => ({
        start: async (settings, readAheadMs) => {
          const { log, readLog } = createLog();
          const server = await startServer(parseSettings({ ...settings, port: 0 }), {
            ...defaultRuntime,
            now: () => Date.now() + readAheadMs(),
            log,
          });
          return {
            fetch: (path, init) => fetch(`${server.url}${path}`, init),
            readLog,
            close: () => server.stop({ quietMs: 0 }),
          };
        },
        close: async () => undefined,
      }),
      "in workerd": async () => {
        const workerd = await startWorkerd(await bundleBroker("worker"));
        return {
          start: (settings, readAheadMs) => workerd.startBroker(settings, readAheadMs),
          close: () => workerd.close(),
        };
      },
    }
  : {
      "in process": async () => ({
        start: async (settings, readAheadMs) => {
          const { log, readLog } = createLog();
          const broker = createBroker(settings, {
            now: () => Date.now() + readAheadMs(),
            // No waiting before a retry, which the slow project does.
            random: () => 0,
            log,
          });
          return {
            fetch: (path, init) => broker.fetch(new Request(`https://broker.example${path}`, init)),
            readLog,
            close: async () => undefined,
          };
        },
        close: async () => undefined,
      }),
    };

interface Runtime {
  readonly start: StartAheadBroker;
  readonly close: () => Promise<unknown>;
}

const createLog = () => {
  const entries: LogEntry[] = [];
  return {
    log: (entry: LogEntry) => void entries.push(entry),
    readLog: async () => entries.map((entry) => JSON.stringify(entry)),
  };
};

describe.each(Object.keys(runtimes))("%s", (name) => {
  let runtime: Runtime | undefined;
  beforeAll(async () => {
    runtime = await runtimes[name]?.();
  }, 60_000);
  afterAll(() => runtime?.close());

  addFaultTests((settings, readAheadMs) => {
    if (!runtime) throw new Error("The runtime has not started.");
    return runtime.start(settings, readAheadMs);
  });
});
