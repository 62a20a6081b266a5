import { grantParameters, type GrantRequest } from "../contract/grant-request.ts";
import { isUuid } from "../contract/uuid.ts";
import { createFindLookup } from "./cache/find-lookup.ts";
import { chooseClientToken } from "./credentials/client-token.ts";
import { createWatchExpiry } from "./credentials/watch-expiry.ts";
import { createLimitClients } from "./limits/limit-clients.ts";
import type { Log } from "./log.ts";
import { Refusal } from "./refusal.ts";
import { checkMethod, type RequestContext } from "./request-context.ts";
import { createToGrantReply } from "./respond/grant-reply.ts";
import { type HttpReply, preflightReply } from "./respond/reply.ts";
import type { Runtime } from "./runtime.ts";
import { createShowRefusedOrigin, isOriginAllowed } from "./settings/origins.ts";
import type { Settings } from "./settings/settings.ts";
import type { Store } from "./store/store.ts";
import { createTimekit } from "./timekit/create-timekit.ts";

interface AnswerGrantOptions {
  readonly settings: Settings;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly store: Store;
}

/** The client-token path, step by step; each step throws a `Refusal` where the request must go no further. */
export const createAnswerGrant = ({
  settings,
  runtime,
  log,
  store,
}: AnswerGrantOptions): ((context: RequestContext) => Promise<HttpReply>) => {
  const toGrantReply = createToGrantReply();
  const watchExpiry = createWatchExpiry({ warningDays: settings.expiryWarningDays, log });
  const checkOrigin = createCheckOrigin(settings, runtime);
  const limitClients = createLimitClients({ settings, store, log });
  const findLookup = createFindLookup({
    timekit: createTimekit({ settings, runtime, log, budget: store }),
    store,
    timeoutMs: settings.upstreamTimeoutMs,
    runtime,
  });

  return async (context) => {
    checkOrigin(context);
    checkMethod(context, ["GET", "HEAD", "OPTIONS"]);
    if (context.method === "OPTIONS") return preflightReply;
    const wanted = readRequest(context);
    // Without an address, whoever asks for the same resource waits as one: strangers' made-up ids hold nobody else up.
    const client = (await limitClients(context)) ?? `resource ${wanted.resourceId}`;
    checkListed(wanted.resourceId, settings);
    const { lookup, cache } = await findLookup({ ...wanted, client }, context.waitUntil);
    context.addLogFields({ cache });
    if (lookup.kind === "none") throw new Refusal("no-client-token", lookup.reason);
    const nowMs = runtime.now() + lookup.clockAheadMs;
    const token = chooseClientToken(lookup.tokens, { origin: context.listedOrigin, nowMs });
    if (!token) throw new Refusal("no-client-token", "no-usable-credential");
    watchExpiry({ resourceId: wanted.resourceId, expiresAtMs: token.expiresAtMs, nowMs });
    const { app, resource } = lookup;
    // Not a spread with the token added, which takes V8 longer than all else here together.
    return toGrantReply({ token, app, resource });
  };
};

const createCheckOrigin = (
  { allowedOrigins }: Settings,
  runtime: Pick<Runtime, "now">,
): ((context: RequestContext) => void) => {
  const showRefusedOrigin = createShowRefusedOrigin(runtime);
  return ({ headers, listedOrigin, addLogFields }) => {
    if (listedOrigin !== null) return;
    const origin = headers.get("origin");
    if (isOriginAllowed({ origin, fetchSite: headers.get("sec-fetch-site") }, allowedOrigins)) return;
    const shown = origin === null ? undefined : showRefusedOrigin(origin);
    if (shown !== undefined) addLogFields({ refused_origin: shown });
    throw new Refusal("origin-refused", "bad-origin");
  };
};

const readRequest = (context: RequestContext) => {
  const wanted = parseGrantRequest(new URLSearchParams(context.search));
  if (!wanted) throw new Refusal("invalid-request", "bad-query");
  context.addLogFields({ resource_id: wanted.resourceId });
  return wanted;
};

const checkListed = (resourceId: string, { resourceIds }: Settings): void => {
  if (resourceIds && !resourceIds.has(resourceId)) throw new Refusal("no-client-token", "not-listed");
};

/** The query of a grant request, with the id in lower case; undefined unless it holds exactly one UUID and nothing unknown or repeated. */
export const parseGrantRequest = (query: URLSearchParams): GrantRequest | undefined => {
  const resourceId = query.get(grantParameters.resourceId);
  const renew = query.get(grantParameters.renew);
  // With what is known given once, there is no room for anything unknown or repeated.
  if (query.size !== (renew === null ? 1 : 2)) return undefined;
  if (resourceId === null || !isUuid(resourceId) || (renew !== null && renew !== "1")) return undefined;
  return { resourceId: resourceId.toLowerCase(), renew: renew === "1" };
};
