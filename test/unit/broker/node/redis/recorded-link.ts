import type { Reply as HttpReply } from "../../../../../src/broker/store/redis/connection.ts";
import type { ConnectionState } from "../../../../../src/broker/store/redis/store-connection.ts";

type Reply = HttpReply | undefined;

/** A way to a store that is the test's: it keeps what is asked and run, in words, and answers as it is told. */
export const createRecordedLink = () => {
  const asked: (readonly string[])[] = [];
  let reply: (words: readonly string[]) => Reply | Promise<Reply> = () => undefined;
  let state: ConnectionState = { kind: "up", sinceMs: 0, isFirst: true };
  const ask = async (...words: readonly string[]): Promise<Reply> => {
    asked.push(words);
    return reply(words);
  };
  return {
    asked,
    link: {
      ask,
      run: (name: string, keys: readonly string[], words: readonly string[]) => ask(name, ...keys, ...words),
      state: () => state,
    },
    replyWith: (next: typeof reply) => {
      reply = next;
    },
    become: (next: ConnectionState) => {
      state = next;
    },
  };
};
