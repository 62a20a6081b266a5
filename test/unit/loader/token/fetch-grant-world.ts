import { onTestFinished, vi } from "vitest";
import type { Page } from "../../../../src/loader/page.ts";
import { fetchGrant } from "../../../../src/loader/token/fetch-grant.ts";
import type { Grant } from "../../../../src/contract/grant.ts";
import { LoaderError } from "../../../../src/loader/errors.ts";
import { createTally } from "./create-tally.ts";
import { goodGrant, resourceId } from "./grant-body.ts";
import { type Answer, type StandIn, say, startStandIn } from "./start-stand-in.ts";

export const pageOrigin = "https://www.example.com";

export interface World {
  readonly broker: StandIn;
  /** What `page.fetch` was given. */
  readonly sent: readonly { readonly request: Request; readonly init: RequestInit | undefined }[];
  /** Resolves when the page has seen so many answers, broken lines included. */
  readonly answered: (count: number) => Promise<void>;
  readonly ask: (parts?: { readonly brokerUrl?: string; readonly renew?: boolean }) => Promise<Grant>;
  /** The error of an answer that is refused. */
  readonly askInVain: () => Promise<LoaderError>;
}

export interface WorldOptions {
  /** The visitor's clock. */
  readonly now?: () => number;
  /** What the page has at `window.origin`. */
  readonly origin?: unknown;
}

/** An answer that is accepted. */
export const good = say(200, goodGrant);

/** A page that asks a real server; pauses between attempts take no time. */
export const createWorld = async (answers: readonly Answer[], options: WorldOptions = {}): Promise<World> => {
  const broker = await startStandIn(...answers);
  const sent: { request: Request; init: RequestInit | undefined }[] = [];
  const tally = createTally();
  vi.spyOn(Math, "random").mockReturnValue(0);
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    return broker.close();
  });
  const page: Page = {
    window: Object.create(null, { origin: { value: options.origin ?? pageOrigin } }),
    document: Object.create(null, { URL: { value: `${pageOrigin}/` } }),
    fetch: (input, init) => {
      if (input instanceof Request) sent.push({ request: input, init });
      return fetch(input, init).finally(tally.add);
    },
    now: options.now ?? Date.now,
    console,
  };
  const ask: World["ask"] = ({ brokerUrl = broker.url, renew = false } = {}) =>
    fetchGrant({ brokerUrl, resourceId, renew }, page);
  return {
    broker,
    sent,
    answered: tally.reaches,
    ask,
    askInVain: async () => {
      const error: unknown = await ask().catch((error: unknown) => error);
      if (error instanceof LoaderError) return error;
      throw new Error("The answer was accepted, or the error is not ours.", { cause: error });
    },
  };
};
