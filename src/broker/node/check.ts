import { randomUUID } from "node:crypto";
import { isUuid } from "../../contract/uuid.ts";
import { chooseClientToken, type ClientToken, isUnexpired } from "../credentials/client-token.ts";
import type { NoTokenReason, Reason } from "../refusal.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { type Ask, createAsk } from "../timekit/ask.ts";
import { createBudget, type OutboundBudget } from "../timekit/budget.ts";
import { withDeadline } from "../timekit/deadline.ts";
import { createFairQueue } from "../timekit/fair-queue.ts";
import { createFindApp } from "../timekit/find-app.ts";
import { createFindResource } from "../timekit/find-resource.ts";
import { UpstreamError } from "../timekit/upstream-error.ts";

interface CheckOptions {
  readonly settings: Settings;
  readonly runtime: Runtime;
  /** The resources whose tokens are looked for; with none, those of `RESOURCE_IDS`. */
  readonly resourceIds: readonly string[];
  /** For how many days from now a token must be valid. */
  readonly days: number;
}

/** Asks Timekit whether the keys are accepted, which app they belong to, and whether resources have a token; and the store whether it can be used. */
export const check = async (options: CheckOptions): Promise<readonly Finding[]> => {
  const { settings, runtime, days } = options;
  const askWith = createAskWith({ settings, runtime });
  const findings = await checkKeys({ settings, runtime });
  const ids = options.resourceIds.length > 0 ? options.resourceIds : (settings.resourceIds ?? []);
  const { timekitApiKey: key, timekitApiKeyNext: nextKey } = settings;
  const ask = nextKey === undefined ? askWith(key) : askWith(key, nextKey);
  for (const id of ids) findings.push(await checkResource({ id, days, ask, settings, runtime }));
  if (settings.storeUrl !== undefined) findings.push(await checkStore(settings.storeUrl, runtime));
  return findings;
};

/** Asks Timekit, once for each key, whether it is accepted and which app it belongs to. */
export const checkKeys = async ({ settings, runtime, budget }: KeysCheck): Promise<Finding[]> => {
  const askWith = createAskWith({ settings, runtime, budget });
  const { timekitApiKey: key, timekitApiKeyNext: nextKey } = settings;
  const findings = [await checkKey({ name: "TIMEKIT_API_KEY", ask: askWith(key), settings, runtime })];
  if (nextKey !== undefined)
    findings.push(await checkKey({ name: "TIMEKIT_API_KEY_NEXT", ask: askWith(nextKey), settings, runtime }));
  return findings;
};

interface KeysCheck extends Pick<CheckOptions, "runtime" | "settings"> {
  /** Of the broker that is running; without one, a budget of its own. */
  readonly budget?: OutboundBudget | undefined;
}

/** Asks with the keys that are given, within the budget and without a word in the log. */
const createAskWith = ({ settings, runtime, budget }: KeysCheck): ((...keys: readonly string[]) => Ask) => {
  const perSecond = settings.upstreamPerSecond;
  const own = { ...createBudget({ perSecond, runtime }), pause: () => undefined };
  const queue = createFairQueue({ budget: budget ?? own, perSecond, runtime });
  const log = { tell: () => undefined };
  return (...keys) => createAsk({ apiUrl: settings.timekitApiUrl, keys, queue, runtime, log });
};

interface KeyCheck {
  /** The setting that holds the key. */
  readonly name: string;
  /** Asks with that key alone. */
  readonly ask: Ask;
  readonly settings: Settings;
  readonly runtime: Runtime;
}

/** Whether Timekit accepts a key, and for which app. */
const checkKey = async ({ name, ask, settings, runtime }: KeyCheck): Promise<Finding> => {
  const findApp = createFindApp({ ask, app: undefined, timeoutMs: settings.upstreamTimeoutMs, runtime });
  try {
    const app = await findApp(() => undefined);
    const expected = settings.timekitApp ?? app;
    return expected === app
      ? { isGood: true, text: `${name} is accepted. Its app is ${app}.` }
      : {
          isGood: false,
          text: `${name} is accepted, but its app is ${app}, and TIMEKIT_APP names another one.`,
        };
  } catch (error) {
    const isRefused = error instanceof UpstreamError && error.reason === "key-refused";
    return bad(
      isRefused
        ? `${name} is refused by Timekit (401). Check that it is the API key of the right app, live or test.`
        : `${name} was not checked: Timekit ${explainFailure(error)}.`,
    );
  }
};

interface ResourceCheck {
  /** As it was given. */
  readonly id: string;
  readonly days: number;
  readonly ask: Ask;
  readonly settings: Settings;
  readonly runtime: Runtime;
}

/** Whether a resource has a client-token that the broker would grant, and when that expires. */
const checkResource = async (options: ResourceCheck): Promise<Finding> => {
  const { id: given, days, ask, settings, runtime } = options;
  if (!isUuid(given))
    return bad("The resource id is not a UUID. It is the resource's id in Timekit, not its e-mail address.");
  const id = given.toLowerCase();
  if (settings.resourceIds && !settings.resourceIds.has(id))
    return bad(`Resource ${id} ${explainNone("not-listed")}.`);
  const keys = [settings.timekitApiKey, settings.timekitApiKeyNext].filter((key) => key !== undefined);
  const findResource = createFindResource({ ask, lookup: settings.timekitLookup, keys });
  try {
    const held = await withDeadline(settings.upstreamTimeoutMs, runtime, (deadline) =>
      findResource(id, { deadline, isKnown: true }),
    );
    if (held.kind === "none") return bad(`Resource ${id} ${explainNone(held.reason)}.`);
    const nowMs = runtime.now() + held.clockAheadMs;
    const token = chooseClientToken(held.tokens, { origin: null, nowMs });
    if (!token) return bad(`Resource ${id} ${explainExpired(held.tokens)}.`);
    if (!isUnexpired(token, nowMs + days * dayMs))
      return bad(
        `Resource ${id} has a client-token, but it expires ${token.expires}, within ${days} days: ask Timekit for a new one, or move on to v2.`,
      );
    const expiry = token.expires === null ? "does not expire" : `expires ${token.expires}`;
    return { isGood: true, text: `Resource ${id} has a client-token, which ${expiry}.` };
  } catch (error) {
    return bad(`Resource ${id} was not checked: Timekit ${explainFailure(error)}.`);
  }
};

const dayMs = 24 * 3_600_000;

const bad = (text: string): Finding => ({ isGood: false, text });

/** Whether the store can be reached, lets the broker in and takes what it writes. */
const checkStore = async (storeUrl: string, runtime: Runtime): Promise<Finding> => {
  const { createStoreConnection } = await import("../store/redis/index.ts");
  let reason = "";
  const link = createStoreConnection({
    url: storeUrl,
    // A key of its own: the brokers that are running must not count this one.
    heartbeatKey: `timekit-embed:2:check:${randomUUID()}`,
    onHeartbeat: () => undefined,
    log: { tell: (entry) => (reason = entry.reason ?? "") },
    runtime,
  });
  await link.start();
  const isUp = link.state().kind === "up";
  link.close();
  return isUp
    ? { isGood: true, text: "STORE_URL can be used." }
    : { isGood: false, text: `STORE_URL cannot be used (${reason}).` };
};

/** One thing that was checked, in a sentence without secrets. */
export interface Finding {
  readonly isGood: boolean;
  readonly text: string;
}

/** What a failure to reach Timekit means for the owner, as the end of a sentence. */
const explainFailure = (error: unknown): string =>
  error instanceof UpstreamError
    ? (failures[error.reason] ?? `sent an answer that cannot be used (${error.reason})`)
    : "was not asked, because of an error of this program";

const failures: Readonly<Partial<Record<Reason, string>>> = {
  network: "cannot be reached: check TIMEKIT_API_URL and the network",
  timeout: "did not answer within UPSTREAM_TIMEOUT_MS",
  "key-refused": "refuses the API key (401)",
  redirect: "redirects: check TIMEKIT_API_URL",
  "rate-limited": "is limiting requests: try again later",
  unavailable: "is busy or down: try again later",
  "no-app": "did not name the key's app: set TIMEKIT_APP",
};

/** All client-tokens of a resource have expired; the end of a sentence. */
const explainExpired = (tokens: readonly ClientToken[]): string => {
  const last = tokens.map(({ expires }) => expires ?? "").reduce((one, other) => (one > other ? one : other));
  return `has no client-token that is still valid: the last one expired ${last}. Ask Timekit for a new one`;
};

/** Why a resource has no token, as the end of a sentence. */
const explainNone = (reason: NoTokenReason): string => nones[reason];

const nones: Readonly<Record<NoTokenReason, string>> = {
  "not-listed": "is not on RESOURCE_IDS: add it there",
  "resource-absent":
    "does not exist in the app of this API key (Timekit answers 403 or 404): check the id, and that the key is not of another app",
  "no-email": "has no e-mail address, which Booking.js v1 needs: add one in Timekit",
  "no-usable-credential":
    "has no client-token (a server-token does not count, since it must never reach a page). Ask Timekit for one",
};
