import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import type { Grant } from "../../../../src/contract/grant.ts";
import { LoaderError } from "../../../../src/loader/errors.ts";
import type { Page } from "../../../../src/loader/page.ts";
import { fetchGrant } from "../../../../src/loader/token/fetch-grant.ts";
import { goodGrant, resourceId } from "./grant-body.ts";

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

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on a real socket in the broker's place. */
interface StandIn {
  /** The broker URL, as `http://127.0.0.1:41234/client-token`. */
  readonly url: string;
  /** Everything that arrived, oldest first. */
  readonly requests: readonly IncomingMessage[];
  /** Resolves when so many requests have arrived. */
  readonly arrived: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts it; the first request gets the first answer, and so on, and the last one all that come later. */
export const startStandIn = async (...answers: readonly Answer[]): Promise<StandIn> => {
  const requests: IncomingMessage[] = [];
  const tally = createTally();
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    answer?.(response, request);
    tally.add();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/client-token`,
    requests,
    arrived: tally.reaches,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Answers with this status, these headers and this body. */
export const say =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));

/** Breaks the line without an answer. */
export const hangUp: Answer = (response) => void response.destroy();

/** Never answers. */
export const hang: Answer = () => undefined;

/** Counts what happens, for those who wait for it. */
interface Tally {
  readonly add: () => void;
  /** Resolves when it has happened so many times. */
  readonly reaches: (count: number) => Promise<void>;
}

const createTally = (): Tally => {
  const waiting = new Set<{ readonly count: number; readonly resolve: () => void }>();
  let seen = 0;
  const wake = (): void => {
    for (const { count, resolve } of waiting) if (seen >= count) resolve();
  };
  return {
    add: () => {
      seen += 1;
      wake();
    },
    reaches: (count) =>
      new Promise((resolve) => {
        waiting.add({ count, resolve });
        wake();
      }),
  };
};

/** An answer that is accepted. */
export const good = say(200, goodGrant);
