import type { LogEntry } from "./log.ts";

/** Now where nothing has to be waited for, since promises are a good part of what a warm answer costs. */
export type MaybePromise<Value> = Value | Promise<Value>;

/** Everything outside the broker; each part can be replaced when a broker is created. */
export interface Runtime {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0 up to, but not including, 1. */
  readonly random: () => number;
  /** A new request id: 1 to 64 letters, digits and hyphens. */
  readonly createRequestId: () => string;
  /** Resolves after that many milliseconds, or as soon as the signal aborts. */
  readonly delay: (durationMs: number, signal: AbortSignal) => Promise<void>;
  readonly log: (entry: LogEntry) => void;
  /** Sees every entry, whatever the log's level is: for metrics. */
  readonly observe: (entry: Omit<LogEntry, "time">) => void;
}

// Each one looks the global up when it is called: workerd allows no input or output while a module loads.
export const defaultRuntime: Runtime = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  createRequestId: () => crypto.randomUUID(),
  delay: (durationMs, signal) =>
    new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", finish);
        resolve();
      };
      const timer = setTimeout(finish, durationMs);
      signal.addEventListener("abort", finish);
    }),
  observe: () => undefined,
  log: (entry) => console.log(JSON.stringify(entry)),
};
