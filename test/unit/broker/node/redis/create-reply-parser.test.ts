import { expect, test } from "vitest";
import { createReplyParser } from "../../../../../src/broker/node/redis/create-reply-parser.ts";
import { ErrorReply } from "../../../../../src/broker/node/redis/reply.ts";

const parseAll = (text: string) => createReplyParser()(Buffer.from(text));

test.each([
  ["+OK\r\n", ["OK"]],
  [":1000\r\n:-1\r\n:0\r\n", [1000, -1, 0]],
  ["$5\r\nhello\r\n$0\r\n\r\n", ["hello", ""]],
  ["$4\r\na\r\nb\r\n", ["a\r\nb"]],
  ["$4\r\n😀\r\n", ["😀"]],
  ["$-1\r\n*-1\r\n", [null, null]],
  ["*2\r\n:7\r\n*2\r\n$1\r\na\r\n$-1\r\n*0\r\n", [[7, ["a", null]], []]],
  [
    "-WRONGPASS invalid secret\r\n-ERR\r\n-\r\n-no OOM\r\n",
    [new ErrorReply("WRONGPASS"), new ErrorReply("ERR"), new ErrorReply(""), new ErrorReply("")],
  ],
])("%j is read, whole and byte by byte", (text, replies) => {
  expect(parseAll(text)).toEqual(replies);
  const parse = createReplyParser();
  const bytes = Array.from(Buffer.from(text), (byte) => parse(Buffer.from([byte])));
  expect(bytes.flat()).toEqual(replies);
});

test.each([
  "HTTP/1.1 400 Bad Request\r\n",
  "\r\n",
  "%1\r\n+a\r\n+b\r\n",
  ":1x\r\n",
  ":\r\n",
  ":01\r\n",
  ":99999999999999999999\r\n",
  "$-2\r\n",
  "$5\r\nhello!!",
  "$1048577\r\n",
  "*-2\r\n",
  "*65\r\n",
  "*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n",
])("%j is no reply", (text) => {
  expect(() => parseAll(text)).toThrow(expect.objectContaining({ reason: "bad-reply" }));
});

test("what is as large as it may be is read", () => {
  const numbers = Array.from({ length: 64 }, (_nothing, index) => index);
  expect(parseAll(`*64\r\n${numbers.map((number) => `:${number}\r\n`).join("")}`)).toEqual([numbers]);
  const text = "x".repeat(1024 * 1024);
  expect(parseAll(`$${text.length}\r\n${text}\r\n`)).toEqual([text]);
  const parse = createReplyParser();
  const line = text.slice(1);
  expect([...parse(Buffer.from(`+${line}`)), ...parse(Buffer.from("\r\n"))]).toEqual([line]);
});

test("a line that never ends is not kept for ever", () => {
  const parse = createReplyParser();
  const chunk = Buffer.from(`+${"x".repeat(600_000)}`);
  expect(parse(chunk)).toEqual([]);
  expect(() => parse(chunk)).toThrow(expect.objectContaining({ reason: "bad-reply" }));
});
