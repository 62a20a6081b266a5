import type { Server } from "node:http";
import { Server as NetServer } from "node:net";

export interface StopOptions {
  /** How long an answer that is under way may take. */
  readonly longestAnswerMs: number;
  /** How long idle connections are kept, because a request may be on its way. */
  readonly quietMs: number;
}

/**
 * Stops a server without losing an answer; resolves when every connection is closed.
 * `http.Server.close` would at once cut idle connections, one of which may have a request in its buffer.
 */
export const stopGently = async (
  server: Server,
  { longestAnswerMs, quietMs }: StopOptions,
): Promise<void> => {
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  const timers = [
    setTimeout(() => server.closeIdleConnections(), quietMs),
    setTimeout(() => server.closeAllConnections(), longestAnswerMs + 2 * quietMs),
  ];
  await closed;
  for (const timer of timers) clearTimeout(timer);
};
