import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import { createReplyParser } from "./create-reply-parser.ts";
import { encodeCommand } from "./encode-command.ts";
import type { StoreAddress } from "./parse-store-address.ts";
import { ErrorReply, type Reply } from "./reply.ts";
import { StoreFailure, toFailureReason } from "./store-failure.ts";

/** One socket to a store. It is used until anything fails, and then never again. */
export interface Connection {
  /** Resolves to the reply, which is no error; rejects with a `StoreFailure`, after which the connection is closed. */
  readonly send: (...words: readonly string[]) => Promise<Exclude<Reply, ErrorReply>>;
  readonly close: () => void;
}

export interface ConnectionOptions {
  readonly address: StoreAddress;
  /** How long the oldest unanswered command, or the way to the server, may take. */
  readonly timeoutMs: () => number;
  /** Called once, when it cannot be used any more, unless it was closed by us. */
  readonly onFailure: (failure: StoreFailure) => void;
}

interface Waiting {
  readonly resolve: (reply: Exclude<Reply, ErrorReply>) => void;
  readonly reject: (failure: StoreFailure) => void;
  readonly sentAtMs: number;
}

// What is asked while the store hangs waits in memory; a store that is that far behind is no help.
const mostWaiting = 20_000;

const watchMs = 20;

/** Opens a connection. Commands are sent at once, those of one turn of the event loop together, and answered in order. */
export const openConnection = ({ address, timeoutMs, onFailure }: ConnectionOptions): Connection => {
  const waiting: Waiting[] = [];
  const parse = createReplyParser();
  const socket = connect(address);
  let ended: StoreFailure | undefined;

  const end = (failure: StoreFailure): void => {
    if (ended) return;
    ended = failure;
    clearInterval(watch);
    socket.destroy();
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  const fail = (failure: StoreFailure): void => {
    if (ended) return;
    end(failure);
    onFailure(failure);
  };

  const isLate = (): boolean => performance.now() - (waiting[0]?.sentAtMs ?? Infinity) >= timeoutMs();
  // A process that was busy for long finds the timer due before it has read the answer, which may be there already.
  const failIfLate = (): void => {
    if (isLate()) setImmediate(() => isLate() && fail(new StoreFailure("timeout")));
  };
  const watch = setInterval(failIfLate, watchMs).unref();

  socket.setNoDelay(true);
  socket.setKeepAlive(true, 30_000);
  socket.on("error", (cause) => fail(new StoreFailure("unreachable", { cause })));
  socket.on("close", () => fail(new StoreFailure("closed")));
  socket.on("data", (chunk: Buffer) => {
    try {
      for (const reply of parse(chunk)) answer(reply);
    } catch (error) {
      fail(error instanceof StoreFailure ? error : new StoreFailure("bad-reply", { cause: error }));
    }
  });

  const answer = (reply: Reply): void => {
    const next = waiting.shift();
    if (!next) throw new StoreFailure("bad-reply");
    if (!(reply instanceof ErrorReply)) return next.resolve(reply);
    const failure = new StoreFailure(toFailureReason(reply.word));
    next.reject(failure);
    fail(failure);
  };

  let isCorked = false;
  const write = (command: string): void => {
    if (!isCorked) {
      isCorked = true;
      socket.cork();
      setImmediate(() => {
        isCorked = false;
        socket.uncork();
      });
    }
    socket.write(command);
  };

  return {
    send: (...words) =>
      new Promise((resolve, reject) => {
        if (!ended && waiting.length >= mostWaiting) fail(new StoreFailure("timeout"));
        if (ended) return reject(ended);
        waiting.push({ resolve, reject, sentAtMs: performance.now() });
        write(encodeCommand(words));
      }),
    close: () => end(new StoreFailure("closed")),
  };
};

const connect = ({ host, port, isSecure }: StoreAddress): Socket =>
  isSecure
    ? connectSecure({ host, port, ...(isIP(host) === 0 && { servername: host }) })
    : connectPlain({ host, port });
