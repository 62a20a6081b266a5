import { createAnswerGrant } from "./answer-grant.ts";
import { createLog } from "./log.ts";
import { Refusal } from "./refusal.ts";
import {
  type BrokerContext,
  type BrokerEnvironment,
  type IncomingRequest,
  createOpenContext,
  toIncomingRequest,
  type RequestContext,
} from "./request-context.ts";
import { type HttpReply, toProblemReply, toReply, toResponse } from "./respond/reply.ts";
import { type AnswerRequest, createRouter } from "./router.ts";
import { defaultRuntime, type Runtime } from "./runtime.ts";
import { findWarnings } from "./settings/find-warnings.ts";
import { type BrokerSettings, parseSettings } from "./settings/parse-settings.ts";
import type { SettingsError } from "./settings/problem.ts";
import { type Settings, settingTable } from "./settings/settings.ts";
import { createMemoryStore } from "./store/memory.ts";
import type { Store } from "./store/store.ts";

export interface Broker {
  /** Answers one request; never rejects. */
  readonly fetch: (
    request: Request,
    environment?: BrokerEnvironment,
    platform?: BrokerContext,
  ) => Promise<Response>;
}

/**
 * Creates a broker: requests in, responses out, on any platform with `fetch`, at whatever path it is mounted on.
 * Throws a `SettingsError` if a setting is missing or wrong. Whatever it needs from outside can be replaced in `parts`.
 */
export const createBroker = (given: BrokerSettings, parts: Partial<Runtime> = {}): Broker =>
  assembleBroker({
    settings: parseSettings(given, createMountedTable()),
    runtime: { ...defaultRuntime, ...parts },
  });

/** Which path the broker is at is the platform's business unless a setting says it. */
const createMountedTable = (): typeof settingTable => ({
  ...settingTable,
  clientTokenPath: { ...settingTable.clientTokenPath, absent: undefined },
});

export interface AssembledBroker extends Broker {
  /** The same for a platform that has no `Request`, or only a costly one; never rejects. */
  readonly reply: (
    call: IncomingRequest,
    environment?: BrokerEnvironment,
    platform?: BrokerContext,
  ) => Promise<HttpReply>;
}

interface AssembleOptions {
  readonly settings: Settings;
  readonly runtime: Runtime;
  /** Where it remembers and counts; by itself where there is none. */
  readonly store?: Store;
}

/** Creates a broker from settings that were checked. */
export const assembleBroker = ({
  settings,
  runtime,
  store = createMemoryStore(settings, runtime),
}: AssembleOptions): AssembledBroker => {
  const log = createLog(settings.logLevel, runtime);
  const openContext = createOpenContext(settings, runtime);
  const answer = createRouter({
    settings,
    answerGrant: createAnswerGrant({ settings, runtime, log, store }),
  });
  for (const warning of findWarnings(settings)) log.warn(warning);
  const reply: AssembledBroker["reply"] = async (call, environment = {}, platform) => {
    const context = openContext(call, environment, platform);
    const answered = await settle(answer, context);
    log.request(context, answered.status);
    return toReply(answered, context);
  };
  return {
    reply,
    fetch: async (request, ...rest) => toResponse(await reply(toIncomingRequest(request), ...rest)),
  };
};

const settle = async (answer: AnswerRequest, context: RequestContext): Promise<HttpReply> => {
  try {
    return await answer(context);
  } catch (error) {
    return refuse(error, context);
  }
};

/** The one place where errors become answers. What is not a refusal is a mistake of ours; its text stays inside. */
const refuse = (error: unknown, context: RequestContext): HttpReply => {
  const refusal =
    error instanceof Refusal ? error : new Refusal("upstream-failed", "internal", { cause: error });
  context.addLogFields({ code: refusal.code, reason: refusal.reason });
  return toProblemReply(refusal, context.requestId);
};

/** What a platform that cannot refuse to start runs instead of a broker: every request is refused, the log says why. */
export const createMisconfiguredBroker = (error: SettingsError, runtime: Runtime): Broker => {
  const log = createLog("info", runtime);
  const openContext = createOpenContext({ allowedOrigins: new Set() }, runtime);
  for (const message of error.problems) log.tell({ level: "error", event: "misconfigured", message });
  return {
    fetch: async (request, environment = {}, platform) => {
      const context = openContext(toIncomingRequest(request), environment, platform);
      const refusal = new Refusal("upstream-failed", "misconfigured");
      const answer = toProblemReply(refusal, context.requestId);
      context.addLogFields({ code: refusal.code, reason: refusal.reason });
      log.request(context, answer.status);
      return toResponse(toReply(answer, context));
    },
  };
};
