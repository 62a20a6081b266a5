import { describe } from "vitest";
import { createBroker, type LogEntry } from "../../src/broker/index.ts";
import { startServer } from "../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../src/broker/runtime.ts";
import { parseSettings } from "../../src/broker/settings/parse-settings.ts";
import { addBrokerTests } from "./broker-suite.ts";

describe("the broker in process", () => {
  addBrokerTests(async (settings) => {
    const log: LogEntry[] = [];
    const broker = createBroker(settings, { log: (entry) => void log.push(entry) });
    return {
      fetch: (path, init) => broker.fetch(new Request(`https://broker.example${path}`, init)),
      readLog: async () => log.map((entry) => JSON.stringify(entry)),
      close: async () => undefined,
    };
  });
});

describe("the broker as a Node server", () => {
  addBrokerTests(async (settings) => {
    const log: LogEntry[] = [];
    const server = await startServer(parseSettings({ ...settings, port: 0 }), {
      ...defaultRuntime,
      log: (entry) => void log.push(entry),
    });
    return {
      fetch: (path, init) => fetch(`${server.url}${path}`, init),
      readLog: async () => log.map((entry) => JSON.stringify(entry)),
      close: () => server.stop({ quietMs: 0 }),
    };
  });
});
