import { createClient, ErrorReply, SocketClosedUnexpectedlyError } from "@redis/client";

/** What a store answers to one command: text, a number, nothing, or a list of these. */
export type Reply = string | number | null | readonly Reply[];

/** The items of a list; undefined for everything else. */
export const toList = (reply: Reply | undefined): readonly Reply[] | undefined =>
  isList(reply) ? reply : undefined;

/** The numbers of a list of this many; undefined for everything else. */
export const toNumbers = (reply: Reply | undefined, count: number): readonly number[] | undefined =>
  isList(reply) && reply.length === count && reply.every((item) => typeof item === "number")
    ? reply
    : undefined;

// The built-in check would turn the items into `any`.
const isList = (reply: Reply | undefined): reply is readonly Reply[] => Array.isArray(reply);

/** One connection to a store. It is used until anything fails, and then never again. */
export interface Connection {
  /** Resolves once commands can be sent; rejects with a `StoreFailure`. */
  readonly opened: Promise<void>;
  /** Resolves to the reply, which is no error; rejects with a `StoreFailure`, after which the connection is closed. */
  readonly send: (...words: readonly string[]) => Promise<Reply>;
  readonly close: () => void;
}

interface ConnectionOptions {
  /** `redis[s]://[user:password@]host[:port][/database]` */
  readonly url: string;
  /** How long the oldest unanswered command, or the way to the server, may take. */
  readonly timeoutMs: () => number;
  /** Called once, when it cannot be used any more, unless it was closed by us. */
  readonly onFailure: (failure: StoreFailure) => void;
}

// What is asked while the store hangs waits in memory; a store that is that far behind is no help.
const mostWaiting = 20_000;

const watchMs = 20;

/**
 * Opens a connection. The client has a limit of its own for connecting but none for an answer that does not come, and
 * it would queue commands and connect again by itself; here a store that fails has to be noticed at once.
 */
export const openConnection = ({ url, timeoutMs, onFailure }: ConnectionOptions): Connection => {
  /** When each command that has no answer yet was sent, oldest first; connecting counts as one. */
  const waitingSinceMs: number[] = [performance.now()];
  const client = createClient({
    url,
    RESP: 2,
    disableClientInfo: true,
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostWaiting,
    // A signal for each command costs as much as the command; one timer here watches them all.
    commandOptions: { timeout: 0 },
    socket: { reconnectStrategy: false, keepAliveInitialDelay: 30_000 },
  });
  let ended: StoreFailure | undefined;

  const end = (failure: StoreFailure): void => {
    if (ended) return;
    ended = failure;
    clearInterval(watch);
    try {
      client.destroy();
    } catch {
      // It has closed itself already.
    }
  };
  const fail = (failure: StoreFailure): void => {
    if (ended) return;
    end(failure);
    onFailure(failure);
  };

  const isLate = (): boolean => performance.now() - (waitingSinceMs[0] ?? Infinity) >= timeoutMs();
  // A process that was busy for long finds the timer due before it has read the answer, which may be there already.
  const failIfLate = (): void => {
    if (isLate()) setImmediate(() => isLate() && fail(new StoreFailure("timeout")));
  };
  const watch = setInterval(failIfLate, watchMs).unref();

  // Answers come in the order of the commands.
  const onReply = (reply: Reply): Reply => {
    waitingSinceMs.shift();
    return reply;
  };
  const onError = (error: unknown): never => {
    waitingSinceMs.shift();
    const failure = ended ?? toStoreFailure(error);
    fail(failure);
    throw failure;
  };

  client.on("error", (error) => fail(toStoreFailure(error)));
  const opened = client.connect().then(() => void onReply(null), onError);
  // Whoever waits for it hears of the failure; if nobody does, `onFailure` has told it.
  opened.catch(() => undefined);
  return {
    opened,
    send: (...words) => {
      if (ended) return Promise.reject(ended);
      waitingSinceMs.push(performance.now());
      return client.sendCommand<Reply>(words).then(onReply, onError);
    },
    close: () => end(new StoreFailure("closed")),
  };
};

/** The client's failures in words of ours: its texts may quote what the server has sent. */
const toStoreFailure = (error: unknown): StoreFailure => {
  if (error instanceof StoreFailure) return error;
  const options = { cause: error };
  if (error instanceof ErrorReply)
    return new StoreFailure(toFailureReason(error.message.split(" ")[0] ?? ""), options);
  if (error instanceof SocketClosedUnexpectedlyError) return new StoreFailure("closed", options);
  return new StoreFailure(error instanceof Error && "code" in error ? "unreachable" : "bad-reply", options);
};

/** Why the store cannot be used; words of ours, since what a server sends is in no log line. */
type StoreFailureReason =
  | "unreachable"
  | "timeout"
  | "closed"
  | "bad-reply"
  | "refused-password"
  | "loading"
  | "out-of-memory"
  | "read-only"
  | "error-reply";

/** The store gave no usable answer. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
  readonly reason: StoreFailureReason;

  constructor(reason: StoreFailureReason, options: ErrorOptions = {}) {
    super(`The store failed: ${reason}`, options);
    this.reason = reason;
  }
}

/** The first word of an error reply as a reason. */
export const toFailureReason = (word: string): StoreFailureReason => reasons.get(word) ?? "error-reply";

const reasons = new Map<string, StoreFailureReason>([
  ["WRONGPASS", "refused-password"],
  ["NOAUTH", "refused-password"],
  ["LOADING", "loading"],
  ["OOM", "out-of-memory"],
  ["READONLY", "read-only"],
]);
