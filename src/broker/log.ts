import type { Runtime } from "./runtime.ts";

/** What the log says of a request. */
export interface LoggedRequest {
  readonly requestId: string;
  readonly startedAtMs: number;
  readonly logFields: Partial<LogEntry>;
}

export interface Log {
  /** One line for a request that was answered. */
  readonly request: (request: LoggedRequest, status: number) => void;
  readonly warn: (message: string) => void;
  readonly tell: (entry: Omit<LogEntry, "time">) => void;
}

/** Writes lines of at least this weight to the runtime's log; its observer sees the others, too. */
export const createLog = (threshold: LogLevel, runtime: Pick<Runtime, "log" | "now" | "observe">): Log => {
  const lightest = logLevels.indexOf(threshold);
  const tell: Log["tell"] = (entry) => {
    runtime.observe(entry);
    if (logLevels.indexOf(entry.level) < lightest) return;
    // As with a reply's headers: V8 assigns far faster than it spreads.
    runtime.log(Object.assign({ time: new Date(runtime.now()).toISOString() }, entry));
  };
  return {
    tell,
    warn: (message) => tell({ level: "warn", event: "warning", message }),
    request: ({ requestId, startedAtMs, logFields }, status) => {
      const level = status >= 500 || logFields.refused_origin !== undefined ? "warn" : "info";
      const head = { level, event: "request", request_id: requestId } as const;
      const duration_ms = Math.round((runtime.now() - startedAtMs) * 1000) / 1000;
      tell(Object.assign(head, logFields, { status, duration_ms }));
    },
  };
};

/** The weights of log lines, lightest first; `silent` is only a threshold. */
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

export type LogLevel = (typeof logLevels)[number];

/**
 * One line of the log. There are no other fields, and each is written by this program or was compared with something
 * that it knows: but for `refused_origin`, nothing that a caller or Timekit sent stands in it as it came.
 */
export interface LogEntry {
  readonly time: string;
  readonly level: LogLevel;
  readonly event:
    | "request"
    | "upstream"
    | "store"
    | "listening"
    | "stopping"
    | "stopped"
    | "warning"
    | "expiry"
    | "misconfigured";
  readonly message?: string;
  readonly url?: string;
  readonly request_id?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly code?: string;
  readonly reason?: string;
  readonly resource_id?: string;
  /** When the client-token of that resource expires. */
  readonly expires?: string;
  readonly origin?: string;
  /** The one field that strangers can choose, within the form of an origin; else "unreadable". At most once a minute each. */
  readonly refused_origin?: string;
  readonly cache?: string;
  /** How one request to Timekit ended, or whether the store is `up` or `down`. */
  readonly outcome?: string;
  readonly duration_ms?: number;
}
