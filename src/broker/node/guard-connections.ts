import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

export interface ConnectionLimits {
  /** How many connections there may be. Beyond it idle ones are closed, and a new one is turned away. */
  readonly mostConnections: number;
  /** How many requests of one connection may wait for their answers. */
  readonly mostPipelined: number;
  /** After how many requests a connection is closed, as nginx does, too. */
  readonly mostRequests: number;
  /** How long a client may take nothing of an answer. */
  readonly longestWriteMs: number;
  /**
   * How long a connection that has pipelined may be idle, and how old it may be when it asks again. Browsers and proxies
   * do not pipeline, and what nobody reads of a few answers is in the kernel, where it cannot be seen.
   */
  readonly longestIdleMs: number;
  readonly longestLifeMs: number;
  readonly checkEveryMs: number;
}

const defaults: ConnectionLimits = {
  mostConnections: 4000,
  mostPipelined: 32,
  // What somebody leaves unread in the kernel's buffers is then a megabyte at most.
  mostRequests: 1000,
  longestWriteMs: 20_000,
  longestIdleMs: 5000,
  longestLifeMs: 30_000,
  checkEveryMs: 2000,
};

interface Connection {
  readonly startedAtMs: number;
  requests: number;
  unanswered: number;
  hasPipelined: boolean;
  /** Its last answer says so, and what comes after is ignored. */
  isClosing: boolean;
  writtenBytes: number;
  writtenAtMs: number;
}

/**
 * Lets go of clients that do not read their answers, and bounds what one connection and all of them can hold. Node has no
 * time-out for that: its `timeout` also ends who waits for an answer of ours, and each byte that is sent begins it anew.
 * Gives back the listener for the server's requests.
 */
export const guardConnections = (
  server: Server,
  { listener, ...given }: Partial<ConnectionLimits> & { readonly listener: RequestListener },
): RequestListener => {
  const limits = { ...defaults, ...given };
  const connections = new Map<Socket, Connection>();
  const find = (socket: Socket): Connection => {
    const known = connections.get(socket);
    if (known) return known;
    const connection = startConnection();
    connections.set(socket, connection);
    socket.once("close", () => connections.delete(socket));
    return connection;
  };
  const check = (): void => {
    for (const [socket, connection] of connections)
      if (isStuck(socket, connection, limits)) socket.resetAndDestroy();
  };

  const timer = setInterval(check, limits.checkEveryMs).unref();
  server.once("close", () => clearInterval(timer));
  server.on("connection", find);
  server.maxConnections = limits.mostConnections;
  server.on("drop", () => server.closeIdleConnections());

  return (incoming, outgoing) => {
    const connection = find(incoming.socket);
    if (connection.isClosing) {
      // Later, since Node reads on at the end of each request that has arrived.
      setImmediate(() => incoming.socket.pause());
      return;
    }
    count(connection, { incoming, outgoing, limits });
    listener(incoming, outgoing);
  };
};

const startConnection = (): Connection => ({
  startedAtMs: performance.now(),
  requests: 0,
  unanswered: 0,
  hasPipelined: false,
  isClosing: false,
  writtenBytes: 0,
  writtenAtMs: performance.now(),
});

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly limits: ConnectionLimits;
}

const count = (connection: Connection, { incoming, outgoing, limits }: Exchange): void => {
  connection.requests += 1;
  connection.unanswered += 1;
  if (connection.unanswered > 1) connection.hasPipelined = true;
  const isOld = connection.hasPipelined && performance.now() - connection.startedAtMs >= limits.longestLifeMs;
  const isFull = connection.unanswered >= limits.mostPipelined || connection.requests >= limits.mostRequests;
  if (isOld || isFull) {
    outgoing.shouldKeepAlive = false;
    connection.isClosing = true;
  }
  // After Node's own listener, which sets the time of an idle connection.
  outgoing.once("finish", () => {
    connection.unanswered -= 1;
    if (connection.hasPipelined && connection.unanswered === 0)
      incoming.socket.setTimeout(limits.longestIdleMs);
  });
};

/** Whether nothing has left for too long though there is something; an answer is so short that a part of one is nothing. */
const isStuck = (socket: Socket, connection: Connection, { longestWriteMs }: ConnectionLimits): boolean => {
  const nowMs = performance.now();
  const writtenBytes = socket.bytesWritten - socket.writableLength;
  if (socket.writableLength > 0 && writtenBytes === connection.writtenBytes)
    return nowMs - connection.writtenAtMs >= longestWriteMs;
  connection.writtenBytes = writtenBytes;
  connection.writtenAtMs = nowMs;
  return false;
};
