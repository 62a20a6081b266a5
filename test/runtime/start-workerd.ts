import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Miniflare } from "miniflare";
import type { BrokerSettings } from "../../src/broker/index.ts";
import { toVariableName } from "../../src/broker/settings/parse-settings.ts";
import type { RunningBroker } from "./broker-world.ts";

export interface Workerd {
  /** A broker with these settings, its clock as far ahead as the function says; the one before it in the same workerd is gone. */
  readonly startBroker: (settings: BrokerSettings, readAheadMs?: () => number) => Promise<RunningBroker>;
  readonly close: () => Promise<void>;
}

// A workerd takes half a second to start, so the tests share one: each request brings its bindings along, and the
// Worker that is tested makes a broker of them as it would of its own. A request can also set the clock, and be ended
// before its answer: by another answer, or by an error. One that brings a mark does nothing but print it.
const entry = `
import worker from "./worker.js";
const readClock = Date.now;
const pass = (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs));
const leave = async (durationMs) => {
  await pass(durationMs);
  return new Response("left");
};
const fail = async (durationMs) => {
  await pass(durationMs);
  throw new Error("failed");
};
export default {
  fetch(request, _bindings, context) {
    const headers = new Headers(request.headers);
    const take = (name) => {
      const value = headers.get(name);
      headers.delete(name);
      return value;
    };
    const mark = take("test-mark");
    if (mark !== null) {
      console.log(mark);
      console.error(mark);
      return new Response(mark);
    }
    const bindings = JSON.parse(take("test-bindings"));
    const aheadMs = Number(take("test-ahead-ms"));
    const leaveAfterMs = take("test-leave-after-ms");
    const failAfterMs = take("test-fail-after-ms");
    Date.now = () => readClock() + aheadMs;
    const endings = [worker.fetch(new Request(request, { headers }), bindings, context)];
    if (leaveAfterMs !== null) endings.push(leave(Number(leaveAfterMs)));
    if (failAfterMs !== null) endings.push(fail(Number(failAfterMs)));
    return Promise.race(endings);
  },
};
`;

/** Starts workerd with a built Worker. */
export const startWorkerd = async (workerFile: string): Promise<Workerd> => {
  const [stdout, stderr] = [createCollector(), createCollector()];
  let marks = 0;
  const miniflare = new Miniflare({
    modules: [
      { type: "ESModule", path: "entry.js", contents: entry },
      { type: "ESModule", path: "worker.js", contents: await readFile(workerFile, "utf8") },
    ],
    compatibilityDate: "2025-09-01",
    handleRuntimeStdio: (out: Readable, error: Readable) => {
      stdout.collect(out);
      stderr.collect(error);
    },
  });
  const url = await miniflare.ready;
  /** What was printed so far: lines come through a pipe, and nothing that was printed earlier comes after a mark. */
  const readOutput = async (): Promise<string> => {
    marks += 1;
    const mark = `mark ${marks};`;
    await fetch(url, { headers: { "test-mark": mark } });
    await Promise.all([stdout.waitFor(mark), stderr.waitFor(mark)]);
    return `${stdout.read()}${stderr.read()}`.replace(/^mark \d+;$/gm, "");
  };
  return {
    close: () => miniflare.dispose(),
    startBroker: async (settings, readAheadMs = () => 0) => {
      const first = new Set(toLines(await readOutput()));
      const bindings = JSON.stringify(toBindings(settings));
      return {
        fetch: (path, init = {}) => {
          const headers = new Headers(init.headers);
          headers.set("test-bindings", bindings);
          headers.set("test-ahead-ms", String(readAheadMs()));
          return fetch(`${url.origin}${path}`, { ...init, headers });
        },
        readLog: async () => toLines(await readOutput()).filter((line) => !first.has(line)),
        close: async () => undefined,
      };
    },
  };
};

interface Collector {
  readonly collect: (stream: Readable) => void;
  readonly read: () => string;
  /** Resolves once the text has come. */
  readonly waitFor: (text: string) => Promise<void>;
}

const createCollector = (): Collector => {
  let all = "";
  let wake = (): void => undefined;
  return {
    collect: (stream) => {
      stream.on("data", (chunk: Buffer) => {
        all += chunk.toString();
        wake();
      });
    },
    read: () => all,
    waitFor: (text) =>
      new Promise((resolve) => {
        wake = () => {
          if (all.includes(text)) resolve();
        };
        wake();
      }),
  };
};

const toLines = (text: string): readonly string[] => text.split("\n").filter(Boolean);

const toBindings = (settings: BrokerSettings): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [toVariableName(key), String(value)]));
