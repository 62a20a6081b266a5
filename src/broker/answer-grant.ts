import { createFindLookup } from "./cache/find-lookup.ts";
import type { Store } from "./cache/store.ts";
import { chooseClientToken } from "./credentials/choose-client-token.ts";
import { checkMethod } from "./check-method.ts";
import type { Log } from "./create-log.ts";
import { createLimitClients } from "./limits/limit-clients.ts";
import { isOriginAllowed } from "./origin/is-origin-allowed.ts";
import { createShowRefusedOrigin } from "./origin/show-refused-origin.ts";
import { parseGrantRequest } from "./parse-grant-request.ts";
import { Refusal } from "./refusal.ts";
import type { Answer } from "./respond/answer.ts";
import { createToGrantAnswer } from "./respond/create-to-grant-answer.ts";
import { preflightAnswer } from "./respond/preflight.ts";
import type { Runtime } from "./runtime.ts";
import type { Settings } from "./settings/settings.ts";
import { createTimekit } from "./timekit/create-timekit.ts";
import type { Visit } from "./visit.ts";

export interface AnswerGrantOptions {
  readonly settings: Settings;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly store: Store;
}

/** `/client-token`, step by step; each step throws a `Refusal` where the request must go no further. */
export const createAnswerGrant = ({
  settings,
  runtime,
  log,
  store,
}: AnswerGrantOptions): ((visit: Visit) => Promise<Answer>) => {
  const toGrantAnswer = createToGrantAnswer();
  const checkOrigin = createCheckOrigin(settings, runtime);
  const limitClients = createLimitClients({ settings, store, log });
  const findLookup = createFindLookup({
    timekit: createTimekit({ settings, runtime, log, budget: store }),
    store,
    timeoutMs: settings.upstreamTimeoutMs,
    runtime,
  });

  return async (visit) => {
    checkOrigin(visit);
    checkMethod(visit, ["GET", "HEAD", "OPTIONS"]);
    if (visit.method === "OPTIONS") return preflightAnswer;
    const wanted = readRequest(visit);
    const client = await limitClients(visit);
    checkListed(wanted.resourceId, settings);
    const { lookup, cache } = await findLookup({ ...wanted, client }, visit.waitUntil);
    visit.note({ cache });
    if (lookup.kind === "none") throw new Refusal("no-client-token", lookup.reason);
    const nowMs = runtime.now() + lookup.clockAheadMs;
    const token = chooseClientToken(lookup.tokens, { origin: visit.listedOrigin, nowMs });
    if (!token) throw new Refusal("no-client-token", "no-usable-credential");
    const { app, resource } = lookup;
    // Not a spread with the token added, which takes V8 longer than all else here together.
    return toGrantAnswer({ token, app, resource });
  };
};

const createCheckOrigin = (
  { allowedOrigins }: Settings,
  runtime: Pick<Runtime, "now">,
): ((visit: Visit) => void) => {
  const showRefusedOrigin = createShowRefusedOrigin(runtime);
  return ({ headers, listedOrigin, note }) => {
    if (listedOrigin !== null) return;
    const origin = headers.get("origin");
    if (isOriginAllowed({ origin, fetchSite: headers.get("sec-fetch-site") }, allowedOrigins)) return;
    const shown = origin === null ? undefined : showRefusedOrigin(origin);
    if (shown !== undefined) note({ refused_origin: shown });
    throw new Refusal("origin-refused", "bad-origin");
  };
};

const readRequest = (visit: Visit) => {
  const wanted = parseGrantRequest(new URLSearchParams(visit.search));
  if (!wanted) throw new Refusal("invalid-request", "bad-query");
  visit.note({ resource_id: wanted.resourceId });
  return wanted;
};

const checkListed = (resourceId: string, { resourceIds }: Settings): void => {
  if (resourceIds && !resourceIds.has(resourceId)) throw new Refusal("no-client-token", "not-listed");
};
