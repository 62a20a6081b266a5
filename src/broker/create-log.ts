import { type LogEntry, type LogLevel, logLevels } from "./log.ts";
import type { Runtime } from "./runtime.ts";
import type { Visit } from "./visit.ts";

export interface Log {
  readonly visit: (visit: Visit, status: number) => void;
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
    visit: ({ requestId, startedAtMs, facts }, status) => {
      const level = status >= 500 || facts.refused_origin !== undefined ? "warn" : "info";
      const head = { level, event: "request", request_id: requestId } as const;
      const duration_ms = Math.round((runtime.now() - startedAtMs) * 1000) / 1000;
      tell(Object.assign(head, facts, { status, duration_ms }));
    },
  };
};
