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
    runtime.log({ time: new Date(runtime.now()).toISOString(), ...entry });
  };
  return {
    tell,
    warn: (message) => tell({ level: "warn", event: "warning", message }),
    visit: (visit, status) =>
      tell({
        level: status >= 500 ? "warn" : "info",
        event: "request",
        request_id: visit.requestId,
        ...visit.facts,
        status,
        duration_ms: Math.round((runtime.now() - visit.startedAtMs) * 1000) / 1000,
      }),
  };
};
