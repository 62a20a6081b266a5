import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Miniflare } from "miniflare";
import type { BrokerSettings } from "../../src/broker/index.ts";
import { toVariableName } from "../../src/broker/settings/variable-name.ts";
import type { RunningBroker } from "./broker-world.ts";

export interface Workerd {
  /** A broker with these settings; the one before it in the same workerd is gone. */
  readonly startBroker: (settings: BrokerSettings) => Promise<RunningBroker>;
  readonly close: () => Promise<void>;
}

// A workerd takes half a second to start, so the tests share one: each request brings its bindings along, and the
// Worker that is tested makes a broker of them as it would of its own. A request can also be ended before its answer.
const entry = `
import worker from "./worker.js";
const leave = (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs, new Response("left")));
export default {
  fetch(request, _bindings, context) {
    const headers = new Headers(request.headers);
    const bindings = JSON.parse(headers.get("test-bindings"));
    const leaveAfterMs = headers.get("test-leave-after-ms");
    headers.delete("test-bindings");
    headers.delete("test-leave-after-ms");
    const answer = worker.fetch(new Request(request, { headers }), bindings, context);
    return leaveAfterMs === null ? answer : Promise.race([answer, leave(Number(leaveAfterMs))]);
  },
};
`;

// Lines of the log come through a pipe, a little later than the answers.
const logDelayMs = 30;

/** Starts workerd with a built Worker. */
export const startWorkerd = async (workerFile: string): Promise<Workerd> => {
  const output: string[] = [];
  const collect = (stream: Readable) => stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const miniflare = new Miniflare({
    modules: [
      { type: "ESModule", path: "entry.js", contents: entry },
      { type: "ESModule", path: "worker.js", contents: await readFile(workerFile, "utf8") },
    ],
    compatibilityDate: "2025-09-01",
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      collect(stdout);
      collect(stderr);
    },
  });
  const url = await miniflare.ready;
  return {
    close: () => miniflare.dispose(),
    startBroker: async (settings) => {
      const first = output.length;
      const bindings = JSON.stringify(toBindings(settings));
      return {
        fetch: (path, init = {}) => {
          const headers = new Headers(init.headers);
          headers.set("test-bindings", bindings);
          return fetch(`${url.origin}${path}`, { ...init, headers });
        },
        readLog: async () => {
          await new Promise((resolve) => setTimeout(resolve, logDelayMs));
          return output.slice(first).join("").split("\n").filter(Boolean);
        },
        close: async () => undefined,
      };
    },
  };
};

const toBindings = (settings: BrokerSettings): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [toVariableName(key), String(value)]));
