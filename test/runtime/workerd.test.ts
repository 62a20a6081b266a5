import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Miniflare } from "miniflare";
import { beforeAll, describe } from "vitest";
import type { BrokerSettings } from "../../src/broker/index.ts";
import { toVariableName } from "../../src/broker/settings/variable-name.ts";
import { addBrokerTests } from "./broker-suite.ts";
import type { RunningBroker } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";

describe("the broker in workerd", () => {
  let script = "";

  beforeAll(async () => {
    script = await readFile(await bundleBroker("worker"), "utf8");
  }, 60_000);

  addBrokerTests((settings) => startWorker(script, settings));
});

const startWorker = async (script: string, settings: BrokerSettings): Promise<RunningBroker> => {
  const output: string[] = [];
  const collect = (stream: Readable) => stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const miniflare = new Miniflare({
    modules: true,
    script,
    compatibilityDate: "2025-09-01",
    bindings: toBindings(settings),
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      collect(stdout);
      collect(stderr);
    },
  });
  await miniflare.ready;
  return {
    fetch: async (path, { method = "GET", headers = {} } = {}) => {
      const sent = { method, headers: Object.fromEntries(new Headers(headers)) };
      const response = await miniflare.dispatchFetch(`https://broker.example${path}`, sent);
      const text = await response.text();
      const { status } = response;
      return new Response(text === "" ? null : text, { status, headers: [...response.headers] });
    },
    readLog: async () => output.join("").split("\n").filter(Boolean),
    close: () => miniflare.dispose(),
  };
};

const toBindings = (settings: BrokerSettings): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [toVariableName(key), String(value)]));
