import { describe } from "vitest";
import { createBroker, type LogEntry } from "../../../src/broker/index.ts";
import { addFaultTests } from "./fault-suite.ts";

describe("in process", () => {
  addFaultTests(async (settings, readAheadMs) => {
    const log: LogEntry[] = [];
    const broker = createBroker(settings, {
      now: () => Date.now() + readAheadMs(),
      // No waiting before a retry, which the slow tests do.
      random: () => 0,
      log: (entry) => void log.push(entry),
    });
    return {
      fetch: (path, init) => broker.fetch(new Request(`https://broker.example${path}`, init)),
      readLog: async () => log.map((entry) => JSON.stringify(entry)),
      close: async () => undefined,
    };
  });
});
