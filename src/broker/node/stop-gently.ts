import type { Server } from "node:http";
import { Server as NetServer } from "node:net";

export interface StopOptions {
  /** How long an answer that is under way may take. */
  readonly longestAnswerMs: number;
  /** How long connections are still accepted, and then idle ones kept: a request may be on its way in them. */
  readonly quietMs: number;
}

/**
 * Stops a server without losing an answer to a request that was sent before; resolves when every connection is closed.
 * The kernel resets connections that wait to be accepted when listening ends, and `http.Server.close` at once cuts idle
 * ones, whose next request may be in the buffer already.
 */
export const stopGently = async (
  server: Server,
  { longestAnswerMs, quietMs }: StopOptions,
): Promise<void> => {
  await pass(quietMs);
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  const timer = setTimeout(() => server.closeAllConnections(), longestAnswerMs + 2 * quietMs);
  void pass(quietMs).then(() => server.closeIdleConnections());
  await closed;
  clearTimeout(timer);
};

/** Waits, and then until what has come in meanwhile was accepted and read: on a busy machine a timer may run first. */
const pass = async (durationMs: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  for (let turn = 0; turn < turnsToRead; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

// In one turn of the event loop a connection is accepted, in the next its request is read.
const turnsToRead = 3;
