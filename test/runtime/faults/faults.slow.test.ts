import { afterAll, beforeAll, describe } from "vitest";
import type { LogEntry } from "../../../src/broker/index.ts";
import { startServer } from "../../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { parseSettings } from "../../../src/broker/settings/parse-settings.ts";
import { bundleBroker } from "../bundle-broker.ts";
import { startWorkerd, type Workerd } from "../start-workerd.ts";
import { addFaultTests } from "./fault-suite.ts";

describe("as a Node server", () => {
  addFaultTests(async (settings, readAheadMs) => {
    const log: LogEntry[] = [];
    const server = await startServer(parseSettings({ ...settings, port: 0 }), {
      ...defaultRuntime,
      now: () => Date.now() + readAheadMs(),
      log: (entry) => void log.push(entry),
    });
    return {
      fetch: (path, init) => fetch(`${server.url}${path}`, init),
      readLog: async () => log.map((entry) => JSON.stringify(entry)),
      close: () => server.stop({ quietMs: 0 }),
    };
  });
});

describe("in workerd", () => {
  let workerd: Workerd;

  beforeAll(async () => {
    workerd = await startWorkerd(await bundleBroker("worker"));
  }, 60_000);

  afterAll(() => workerd.close());

  addFaultTests((settings, readAheadMs) => workerd.startBroker(settings, readAheadMs));
});
