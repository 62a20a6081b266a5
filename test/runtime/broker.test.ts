import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe } from "vitest";
import { toNodeHandler } from "../../src/broker/handler.ts";
import { createBroker, type LogEntry } from "../../src/broker/index.ts";
import { startServer } from "../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../src/broker/runtime.ts";
import { parseSettings } from "../../src/broker/settings/parse-settings.ts";
import { addBrokerTests } from "./broker-suite.ts";

// A broker that is mounted answers at every path; with the setting it is at this one alone, as the server is.
const clientTokenPath = "/client-token";

const collectLog = () => {
  const entries: LogEntry[] = [];
  return {
    log: (entry: LogEntry) => void entries.push(entry),
    readLog: async () => entries.map((entry) => JSON.stringify(entry)),
  };
};

describe("the broker in process", () => {
  addBrokerTests(async (settings) => {
    const { log, readLog } = collectLog();
    const broker = createBroker({ clientTokenPath, ...settings }, { log });
    return {
      fetch: (path, init) => broker.fetch(new Request(`https://broker.example${path}`, init)),
      readLog,
      close: async () => undefined,
    };
  });
});

describe("the broker as a Node server", () => {
  addBrokerTests(async (settings) => {
    const { log, readLog } = collectLog();
    const server = await startServer(parseSettings({ ...settings, port: 0 }), { ...defaultRuntime, log });
    return {
      fetch: (path, init) => fetch(`${server.url}${path}`, init),
      readLog,
      close: () => server.stop({ quietMs: 0 }),
    };
  });
});

describe("the broker as a handler of node:http", () => {
  addBrokerTests(async (settings) => {
    const { log, readLog } = collectLog();
    const broker = createBroker({ clientTokenPath, ...settings }, { log });
    const { url, close } = await listen(toNodeHandler(broker));
    return { fetch: (path, init) => fetch(`${url}${path}`, init), readLog, close };
  });
});

const listen = async (listener: RequestListener) => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
