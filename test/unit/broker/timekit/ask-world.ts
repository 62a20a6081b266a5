import type { LogEntry } from "../../../../src/broker/log.ts";
import { createAsk } from "../../../../src/broker/timekit/ask.ts";
import { createFairQueue } from "../../../../src/broker/timekit/fair-queue.ts";
import { defaultRuntime } from "../../../../src/broker/runtime.ts";

/** Asks a Timekit that is the test's, which holds nothing until it is told otherwise. Each delay passes at once. */
export const createAskWorld = (keys: readonly string[] = ["one"]) => {
  const asked: string[] = [];
  const spent: boolean[] = [];
  const log: Omit<LogEntry, "time">[] = [];
  const ended = new AbortController();
  let nowMs = 1_000_000;
  let waitMs = 0;
  let respond: (url: string, key: string) => Response | Promise<Response> = () =>
    answer(404, { error: "Resource does not exist" });
  const runtime = {
    ...defaultRuntime,
    now: () => nowMs,
    random: () => 0.5,
    delay: async (durationMs: number) => {
      nowMs += durationMs;
    },
    fetch: async (url: string, { headers }: RequestInit) => {
      const key = atob(new Headers(headers).get("authorization")?.slice("Basic ".length) ?? "").slice(1);
      asked.push(`${key} ${url}`);
      return respond(url, key);
    },
  };
  const ask = createAsk({
    apiUrl: "https://timekit.example",
    keys,
    runtime,
    queue: createFairQueue({
      budget: {
        spend: (isKnown) => {
          spent.push(isKnown);
          return waitMs;
        },
        pause: () => undefined,
      },
      perSecond: 5,
      runtime,
    }),
    log: { tell: (entry) => void log.push(entry) },
  });
  return {
    ask,
    asked,
    spent,
    log,
    runtime,
    now: () => nowMs,
    end: () => ended.abort(),
    errand: { deadline: { signal: ended.signal, endsAtMs: nowMs + 10_000 }, isKnown: true },
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    letWait: (durationMs: number) => {
      waitMs = durationMs;
    },
    respondWith: (next: typeof respond) => {
      respond = next;
    },
  };
};

export const answer = (status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) =>
  Response.json(body, { status, headers });
