import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createTally } from "./create-tally.ts";

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on a real socket in the broker's place. */
export interface StandIn {
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
