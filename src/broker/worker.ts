import { assembleBroker, type Broker, createMisconfiguredBroker } from "./create-broker.ts";
import type { BrokerContext, RateLimiter } from "./request-context.ts";
import { defaultRuntime } from "./runtime.ts";
import { fromVariables, parseSettings } from "./settings/parse-settings.ts";
import { SettingsError } from "./settings/problem.ts";

/** A Worker's bindings: the settings under the names that they have in an environment, and optionally a rate limit, `RATE_LIMITER`. */
export type Bindings = Readonly<Record<string, unknown>>;

export default {
  /** Answers one request. The first one makes the broker, since a Worker's settings come with the requests. */
  fetch: (request: Request, bindings: Bindings, context: BrokerContext): Promise<Response> =>
    findBroker(bindings).fetch(
      request,
      {
        // Cloudflare sets this header itself and overwrites what a client sends.
        clientAddress: request.headers.get("cf-connecting-ip") ?? undefined,
        rateLimiter: isRateLimiter(bindings["RATE_LIMITER"]) ? bindings["RATE_LIMITER"] : undefined,
      },
      context,
    ),
};

const isRateLimiter = (binding: unknown): binding is RateLimiter =>
  typeof binding === "object" &&
  binding !== null &&
  "limit" in binding &&
  typeof binding.limit === "function";

let current: { readonly settings: string; readonly broker: Broker } | undefined;

/** The broker of these bindings: the one that is there, with what it remembers, unless the settings are other ones. */
const findBroker = (bindings: Bindings): Broker => {
  const given = fromVariables(bindings);
  const settings = JSON.stringify(given);
  if (current?.settings !== settings) current = { settings, broker: makeBroker(given) };
  return current.broker;
};

const makeBroker = (given: Record<string, unknown>): Broker => {
  try {
    return assembleBroker({ settings: parseSettings(given), runtime: defaultRuntime });
  } catch (error) {
    if (error instanceof SettingsError) return createMisconfiguredBroker(error, defaultRuntime);
    throw error;
  }
};
