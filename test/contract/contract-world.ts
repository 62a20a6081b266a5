import { onTestFinished, vi } from "vitest";
import { createTimekit, type Timekit, type TimekitOptions } from "../../demo/timekit/create-timekit.ts";
import { apiKeys, resourceIds } from "../../demo/timekit/world.ts";
import { type BrokerSettings, createBroker, type LogEntry } from "../../src/broker/index.ts";
import type { Grant } from "../../src/contract/grant.ts";
import { grantPath } from "../../src/contract/grant-request.ts";
import { LoaderError } from "../../src/loader/errors.ts";
import { fetchGrant, type GrantQuestion } from "../../src/loader/token/fetch-grant.ts";
import { asBrowser } from "./as-browser.ts";

export const pageOrigin = "https://www.example.com";

/** The loader and the broker, each the real one, and the simulated Timekit behind them. */
export interface ContractWorld {
  readonly timekit: Timekit;
  /** What the broker has sent to the page's browser, oldest first. */
  readonly responses: readonly Response[];
  readonly log: readonly LogEntry[];
  /** Asks as the loader does; without a part, for the normal resource's token. */
  readonly ask: (question?: Partial<GrantQuestion>) => Promise<Grant>;
  /** The same, where it must fail: the loader's error. */
  readonly askInVain: (question?: Partial<GrantQuestion>) => Promise<LoaderError>;
}

export interface ContractOptions {
  readonly settings?: Partial<BrokerSettings>;
  readonly timekit?: TimekitOptions;
  /** The page's origin; the one that the broker lists without it. */
  readonly origin?: string;
  /** Whether broker and page are of one origin, so that the page may read everything. */
  readonly isSameOrigin?: boolean;
  /** Changes a request between loader and broker, as a proxy may. */
  readonly onTheWay?: (request: Request) => Request;
  /** Answers in place of the broker's own code, which is given. */
  readonly serve?: (send: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>;
  /** The visitor's clock. */
  readonly now?: () => number;
}

export const createContractWorld = ({
  settings = {},
  timekit: timekitOptions = {},
  origin = pageOrigin,
  isSameOrigin = false,
  onTheWay = (request) => request,
  serve = (send) => send,
  now = Date.now,
}: ContractOptions = {}): ContractWorld => {
  // Pauses between attempts, of broker and loader, take no time.
  vi.spyOn(Math, "random").mockReturnValue(0);
  onTestFinished(() => void vi.restoreAllMocks());
  const timekit = createTimekit(timekitOptions);
  const log: LogEntry[] = [];
  const responses: Response[] = [];
  const broker = createBroker(
    {
      timekitApiKey: apiKeys.live,
      allowedOrigins: [pageOrigin],
      clientTokenPath: grantPath,
      ...settings,
    },
    {
      fetch: (url, init) => timekit.fetch(new Request(url, init)),
      random: () => 0,
      log: (entry) => void log.push(entry),
    },
  );
  const answer = serve((request) => broker.fetch(request, { clientAddress: "203.0.113.7" }));
  const send = async (request: Request): Promise<Response> => {
    const response = await answer(onTheWay(request));
    responses.push(response);
    return response;
  };
  const sendOwn: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set("Sec-Fetch-Site", "same-origin");
    return send(request);
  };
  const page = {
    window: Object.create(null, { origin: { value: origin } }),
    document: Object.create(null, { URL: { value: `${origin}/` } }),
    fetch: isSameOrigin ? sendOwn : asBrowser(send, origin),
    now,
    console,
  };
  const brokerUrl = `https://broker.example${grantPath}`;
  const ask: ContractWorld["ask"] = (question = {}) =>
    fetchGrant({ brokerUrl, resourceId: resourceIds.normal, renew: false, ...question }, page);
  return {
    timekit,
    responses,
    log,
    ask,
    askInVain: async (question) => {
      const error: unknown = await ask(question).catch((error: unknown) => error);
      if (error instanceof LoaderError) return error;
      throw new Error("The loader has accepted it, or the error is not the loader's.", { cause: error });
    },
  };
};
