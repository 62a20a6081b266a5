import { ErrorReply, type Reply } from "./reply.ts";
import { StoreFailure } from "./store-failure.ts";

/** Takes what has arrived and returns the replies that are complete; throws a `StoreFailure` for what is none. */
export type ReplyParser = (chunk: Buffer) => readonly Reply[];

// A resource with all that is kept of it is a few kilobytes; whoever sends more than this is no store of ours.
const longestBytes = 1024 * 1024;

const mostItems = 64;

const deepest = 3;

/** A parser of RESP2 (https://redis.io/docs/latest/develop/reference/protocol-spec) that keeps what is incomplete for the next chunk. */
export const createReplyParser = (): ReplyParser => {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const replies: Reply[] = [];
    let taken = 0;
    for (let found = parseReply(rest, 0, 0); found; found = parseReply(rest, taken, 0)) {
      replies.push(found.reply);
      taken = found.end;
    }
    rest = rest.subarray(taken);
    if (rest.length > longestBytes) throw new StoreFailure("bad-reply");
    return replies;
  };
};

interface Found<Value> {
  readonly reply: Value;
  /** Where the next one begins. */
  readonly end: number;
}

/** The reply that begins there; undefined while it is incomplete. */
const parseReply = (bytes: Buffer, start: number, depth: number): Found<Reply> | undefined => {
  if (start >= bytes.length) return undefined;
  const type = String.fromCharCode(bytes[start] ?? 0);
  if (!"+-:$*".includes(type)) throw new StoreFailure("bad-reply");
  const lineEnd = bytes.indexOf("\r\n", start);
  if (lineEnd < 0) return undefined;
  const line = bytes.toString("utf8", start + 1, lineEnd);
  const end = lineEnd + 2;
  if (type === "+") return { reply: line, end };
  if (type === "-") return { reply: new ErrorReply(/^[A-Z]{1,32}/.exec(line)?.[0] ?? ""), end };
  if (!/^(?:0|-?[1-9]\d{0,15})$/.test(line)) throw new StoreFailure("bad-reply");
  const number = Number(line);
  if (type === ":") return { reply: number, end };
  if (number === -1) return { reply: null, end };
  return type === "$"
    ? parseText(bytes, end, number)
    : parseList(bytes, { start: end, count: number, depth });
};

const parseText = (bytes: Buffer, start: number, length: number): Found<string> | undefined => {
  if (length < 0 || length > longestBytes) throw new StoreFailure("bad-reply");
  const end = start + length;
  if (bytes.length < end + 2) return undefined;
  if (bytes.toString("latin1", end, end + 2) !== "\r\n") throw new StoreFailure("bad-reply");
  return { reply: bytes.toString("utf8", start, end), end: end + 2 };
};

interface ListPlace {
  readonly start: number;
  readonly count: number;
  readonly depth: number;
}

const parseList = (bytes: Buffer, { start, count, depth }: ListPlace): Found<Reply> | undefined => {
  if (count < 0 || count > mostItems || depth >= deepest) throw new StoreFailure("bad-reply");
  const items: Reply[] = [];
  let end = start;
  while (items.length < count) {
    const found = parseReply(bytes, end, depth + 1);
    if (!found) return undefined;
    items.push(found.reply);
    end = found.end;
  }
  return { reply: items, end };
};
