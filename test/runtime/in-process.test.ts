import { describe } from "vitest";
import { createBroker, type LogEntry } from "../../src/broker/index.ts";
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
