import type { LogEntry } from "./log.ts";
import type { Runtime } from "./runtime.ts";
import type { Settings } from "./settings/settings.ts";
import type { BrokerContext, BrokerEnvironment, Call, Visit } from "./visit.ts";

/** What the broker reads of a platform's request. */
export const toCall = ({ method, url, headers }: Request): Call => {
  const { pathname, search } = new URL(url);
  return { method, path: pathname, search, headers };
};

/** Makes a visit of a request: gives it an id of ours, and reads what all steps need. */
export const createStartVisit =
  (settings: Pick<Settings, "allowedOrigins">, runtime: Pick<Runtime, "createRequestId" | "now">) =>
  (call: Call, environment: BrokerEnvironment, context: BrokerContext | undefined): Visit => {
    const origin = call.headers.get("origin");
    const listedOrigin = origin !== null && settings.allowedOrigins.has(origin) ? origin : null;
    const facts: Partial<LogEntry> = listedOrigin === null ? {} : { origin: listedOrigin };
    return {
      requestId: runtime.createRequestId(),
      startedAtMs: runtime.now(),
      method: call.method,
      headers: call.headers,
      path: call.path,
      search: call.search,
      listedOrigin,
      environment,
      waitUntil: (work) => context?.waitUntil(work),
      facts,
      note: (more) => Object.assign(facts, more),
    };
  };
