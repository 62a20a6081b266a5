import { randomUUID } from "node:crypto";
import type { Log } from "../../log.ts";
import type { Runtime } from "../../runtime.ts";
import { type Connection, openConnection, type Reply, StoreFailure, toNumbers } from "./connection.ts";
import { type ScriptName, scripts } from "./scripts.ts";

/** The way to a store, which is there or is not. */
export interface StoreConnection {
  /** Resolves when the first attempt to reach the store has ended. */
  readonly start: () => Promise<void>;
  readonly close: () => void;
  readonly state: () => ConnectionState;
  /** Resolves to the reply; undefined if the store cannot be asked now. Takes no longer than `answerMs`. */
  readonly ask: (...words: readonly string[]) => Promise<Reply | undefined>;
  readonly run: (
    name: ScriptName,
    keys: readonly string[],
    words: readonly string[],
  ) => Promise<Reply | undefined>;
}

export type ConnectionState =
  | { readonly kind: "down" }
  | { readonly kind: "up"; readonly sinceMs: number; readonly isFirst: boolean };

interface StoreConnectionOptions {
  /** `redis[s]://[user:password@]host[:port][/database]` */
  readonly url: string;
  /** The key under which brokers register. */
  readonly heartbeatKey: string;
  /** What the store said when it was greeted: its time in ms, and how many brokers there are. */
  readonly onHeartbeat: (storeNowMs: number, brokers: number) => void;
  readonly log: Pick<Log, "tell">;
  readonly runtime: Pick<Runtime, "now" | "random">;
}

/** How long an answer may take before the store counts as gone. On the way to every answer, so it is short. */
export const answerMs = 150;

/** How long the way to the store may take, for which only the start waits. */
const prepareMs = 1000;

const heartbeatEveryMs = 10_000;

/** For how long a broker that has not been heard of still counts as running. */
const absentAfterMs = 30_000;

/** Keeps a connection to the store, and opens another one some time after it has failed. */
export const createStoreConnection = (options: StoreConnectionOptions): StoreConnection => {
  const { url, heartbeatKey, onHeartbeat, log, runtime } = options;
  const name = randomUUID();
  const hashes = new Map<ScriptName, string>();
  let connection: Connection | undefined;
  let state: ConnectionState = { kind: "down" };
  let timer: NodeJS.Timeout | undefined;
  let attempts = 0;
  let wasUp = false;
  let hasTold = false;
  let isClosed = false;

  const fail = ({ reason }: StoreFailure): void => {
    connection = undefined;
    if (isClosed) return;
    const isNews = state.kind === "up" || !hasTold;
    hasTold = true;
    state = { kind: "down" };
    log.tell({ level: isNews ? "warn" : "debug", event: "store", outcome: "down", reason });
    clearTimeout(timer);
    timer = setTimeout(() => void attempt(), decidePause(attempts, runtime.random())).unref();
    attempts += 1;
  };

  const heartbeat = async (to: Connection): Promise<void> => {
    const sentAtMs = runtime.now();
    const hash = hashes.get("heartbeat") ?? "";
    const answer = await to.send("EVALSHA", hash, "1", heartbeatKey, name, String(absentAfterMs));
    const [storeNowMs, brokers] = toNumbers(answer, 2) ?? [];
    if (storeNowMs === undefined || brokers === undefined) throw new StoreFailure("bad-reply");
    onHeartbeat(storeNowMs - Math.round((runtime.now() - sentAtMs) / 2), brokers);
  };

  const prepare = async (to: Connection): Promise<void> => {
    await to.opened;
    const load = async (name: ScriptName): Promise<void> => {
      const hash = await to.send("SCRIPT", "LOAD", scripts[name]);
      if (typeof hash !== "string") throw new StoreFailure("bad-reply");
      hashes.set(name, hash);
    };
    await Promise.all(scriptNames.map(load));
    await heartbeat(to);
  };

  const attempt = async (): Promise<void> => {
    const opened = openConnection({
      url,
      timeoutMs: () => (state.kind === "up" ? answerMs : prepareMs),
      onFailure: fail,
    });
    connection = opened;
    const abandon = (error: unknown): void => {
      opened.close();
      if (connection !== opened) return;
      fail(error instanceof StoreFailure ? error : new StoreFailure("bad-reply", { cause: error }));
    };
    try {
      await prepare(opened);
    } catch (error) {
      return abandon(error);
    }
    if (connection !== opened || isClosed) return;
    attempts = 0;
    state = { kind: "up", sinceMs: runtime.now(), isFirst: !wasUp };
    wasUp = true;
    hasTold = true;
    log.tell({ level: "info", event: "store", outcome: "up" });
    timer = setInterval(() => void heartbeat(opened).catch(abandon), heartbeatEveryMs).unref();
  };

  // A failure is told and counted in `fail`, once for all who waited.
  const ask: StoreConnection["ask"] = (...words) =>
    state.kind === "up" && connection
      ? connection.send(...words).catch(() => undefined)
      : Promise.resolve(undefined);

  return {
    start: attempt,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      connection?.close();
    },
    state: () => state,
    ask,
    run: (script, keys, words) =>
      ask("EVALSHA", hashes.get(script) ?? "", String(keys.length), ...keys, ...words),
  };
};

const scriptNames: readonly ScriptName[] = ["heartbeat", "count", "spend", "acquireLease", "release"];

const shortestMs = 100;

/** No broker is without the store for longer than this once the store is back. */
export const longestPauseMs = 3000;

/** How long to wait before the next attempt to reach the store, after so many have failed: twice as long each time, half of it by chance. */
export const decidePause = (attempts: number, random: number): number =>
  Math.min(longestPauseMs, shortestMs * 2 ** attempts) * (0.5 + random / 2);
