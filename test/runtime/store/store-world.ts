import { fromPage, withMetricsToken } from "../broker-world.ts";
import { type BrokerProcess, startProcess, toProcessVariables } from "../start-process.ts";
import { startUpstream, type Upstream } from "../start-upstream.ts";
import { makeBodies, resourceId } from "../timekit-bodies.ts";

/** Brokers of one app, each a process of its own, and the Timekit that they ask. */
export interface StoreWorld {
  readonly upstream: Upstream;
  /** When each request to Timekit arrived, in ms. */
  readonly times: readonly number[];
  readonly processes: readonly BrokerProcess[];
  readonly ask: (broker: number, question?: Question) => Promise<Response>;
  /** What `/metrics` of a broker says about the store. */
  readonly readStoreUp: (broker: number) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

export interface Question {
  readonly id?: string;
  readonly renew?: boolean;
}

export interface StoreWorldOptions {
  /** The built program. */
  readonly file: string;
  readonly brokers?: number;
  readonly variables?: Readonly<Record<string, string>>;
}

export const idNumber = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const toLookups = (requests: Upstream["requests"]): Upstream["requests"] =>
  requests.filter(({ target }) => target !== "/v2/app");

const pass = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));

/** How long this Timekit takes. */
const answerAfterMs = 30;

export const startStoreWorld = async ({
  file,
  brokers = 2,
  variables = {},
}: StoreWorldOptions): Promise<StoreWorld> => {
  const upstream = await startUpstream();
  const times: number[] = [];
  upstream.respondWith((request, response) => {
    times.push(performance.now());
    if (request.url === "/v2/app") {
      response.writeHead(200).end(JSON.stringify(makeBodies().app));
      return;
    }
    const id = /[0-9a-f-]{36}/.exec(request.url ?? "")?.[0] ?? "";
    const body = JSON.stringify(makeBodies({ resource: { id } }).included);
    setTimeout(() => response.writeHead(200).end(body), answerAfterMs);
  });
  const settings = { ...toProcessVariables(upstream.url), ...variables };
  const processes = Array.from({ length: brokers }, () => startProcess(file, settings));
  const urls = await Promise.all(processes.map(({ url }) => url));
  const countStarts = (): number => upstream.requests.length - toLookups(upstream.requests).length;
  // Each broker asks once whether its key is accepted, within the budget; the tests are about what comes after it.
  // One whose variables name another Timekit asks there.
  const lastMs = performance.now() + 2000;
  while (countStarts() < brokers && performance.now() < lastMs) await pass(20);
  await pass(1000);
  times.length = 0;
  return {
    upstream: {
      ...upstream,
      get requests() {
        return toLookups(upstream.requests);
      },
    },
    times,
    processes,
    ask: (broker, { id = resourceId, renew = false } = {}) =>
      fetch(`${urls[broker]}/client-token?resource_id=${id}${renew ? "&renew=1" : ""}`, fromPage),
    readStoreUp: async (broker) => {
      const text = await (await fetch(`${urls[broker]}/metrics`, withMetricsToken)).text();
      return /^timekit_broker_store_up (\d)$/m.exec(text)?.[1];
    },
    close: async () => {
      for (const { signal } of processes) signal("SIGKILL");
      await Promise.all(processes.map(({ ended }) => ended));
      await upstream.close();
    },
  };
};
