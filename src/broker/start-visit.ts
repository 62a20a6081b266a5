import type { LogEntry } from "./log.ts";
import type { Runtime } from "./runtime.ts";
import type { Settings } from "./settings/settings.ts";
import type { BrokerContext, BrokerEnvironment, Visit } from "./visit.ts";

/** Makes a visit of a request: gives it an id of ours, and reads what all steps need. */
export const createStartVisit =
  (settings: Pick<Settings, "allowedOrigins">, runtime: Pick<Runtime, "createRequestId" | "now">) =>
  (request: Request, environment: BrokerEnvironment, context: BrokerContext | undefined): Visit => {
    const origin = request.headers.get("origin");
    const listedOrigin = origin !== null && settings.allowedOrigins.has(origin) ? origin : null;
    const facts: Partial<LogEntry> = listedOrigin === null ? {} : { origin: listedOrigin };
    return {
      requestId: runtime.createRequestId(),
      startedAtMs: runtime.now(),
      method: request.method,
      headers: request.headers,
      url: new URL(request.url),
      listedOrigin,
      environment,
      waitUntil: (work) => context?.waitUntil(work),
      facts,
      note: (more) => Object.assign(facts, more),
    };
  };
