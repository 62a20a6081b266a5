import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { createAsk } from "./ask.ts";
import { createBreaker } from "./breaker.ts";
import { type Deadline, withDeadline } from "./deadline.ts";
import { createFindApp } from "./find-app.ts";
import { createFindResource } from "./find-resource.ts";
import { createFlights, type WaitUntil } from "./flights.ts";
import type { Lookup } from "./lookup.ts";

export interface Timekit {
  /** What Timekit holds for a resource, whose id is in lower case; throws an `UpstreamError`. */
  readonly lookUp: (id: string, waitUntil: WaitUntil) => Promise<Lookup>;
}

/** Timekit as the broker sees it: one question, with one flight for a resource and one deadline over everything. */
export const createTimekit = (settings: Settings, runtime: Runtime): Timekit => {
  const keys = [settings.timekitApiKey, settings.timekitApiKeyNext].filter((key) => key !== undefined);
  const timeoutMs = settings.upstreamTimeoutMs;
  const ask = createAsk({ apiUrl: settings.timekitApiUrl, keys, runtime });
  const findApp = createFindApp({ ask, app: settings.timekitApp, timeoutMs, runtime });
  const findResource = createFindResource({ ask, lookup: settings.timekitLookup, keys });
  const breaker = createBreaker(runtime);
  const flights = createFlights<Lookup>();
  return {
    lookUp: (id, waitUntil) => {
      const lookUp = async (deadline: Deadline): Promise<Lookup> => {
        const app = findApp(waitUntil);
        // Awaited below, but only if there is something to grant.
        app.catch(() => undefined);
        const held = await findResource(id, deadline);
        return held.kind === "none" ? held : { ...held, app: await app };
      };
      const start = () => breaker.run(() => withDeadline(timeoutMs, runtime, lookUp));
      return flights.share(id, start, waitUntil);
    },
  };
};
