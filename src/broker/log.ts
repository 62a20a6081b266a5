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
  readonly origin?: string;
  /** The one field that strangers can choose, within the form of an origin; else "unreadable". At most once a minute each. */
  readonly refused_origin?: string;
  readonly cache?: string;
  /** How one request to Timekit ended, or whether the store is `up` or `down`. */
  readonly outcome?: string;
  readonly duration_ms?: number;
}
