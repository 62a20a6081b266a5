/** What a Redis or Valkey server answers to one command, in the second version of its protocol. */
export type Reply = string | number | null | ErrorReply | readonly Reply[];

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

/** The server refuses a command; `word` is the first one of its text, as `WRONGPASS`. */
export class ErrorReply {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}
