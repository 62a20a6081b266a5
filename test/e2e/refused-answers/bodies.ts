import { gzipSync } from "node:zlib";
import { grantSizeLimitBytes } from "../../../src/contract/grant.ts";
import { type GoodGrant, without } from "../../cases/grants.ts";
import { json, type RefusedAnswer, text } from "./refused-answer.ts";

const bad = (name: string, answer: (good: GoodGrant) => Response): RefusedAnswer => ({
  name,
  code: "broker/bad-response",
  answer: ({ good }) => answer(good),
});

/** The good grant with a text that makes it so many bytes long; `filler` may be of several bytes. */
const padded = (good: GoodGrant, bytes: number, filler = "x"): string => {
  const empty = Buffer.byteLength(JSON.stringify({ ...good, padding: "" }));
  return JSON.stringify({ ...good, padding: filler.repeat((bytes - empty) / Buffer.byteLength(filler)) });
};

const inChunks = (body: string, size: number): ReadableStream<Uint8Array> => {
  const bytes = Buffer.from(body);
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (sent >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(sent, sent + size)));
      sent += size;
      return undefined;
    },
  });
};

const endless = (body: string): ReadableStream<Uint8Array> => {
  const bytes = new Uint8Array(Buffer.from(body));
  return new ReadableStream({
    pull: async (controller) => {
      controller.enqueue(bytes);
      await new Promise((resolve) => setTimeout(resolve, 10));
    },
  });
};

/** Bodies that only a line can bring: too large ones, and one in another encoding. */
export const bodies: readonly RefusedAnswer[] = [
  bad("one byte more than 64 KiB", (good) => text(padded(good, grantSizeLimitBytes + 1))),
  bad("more than 64 KiB in chunks without a length", (good) =>
    text(inChunks(padded(good, grantSizeLimitBytes + 4096), 1000)),
  ),
  bad("fewer characters but more bytes than 64 KiB", (good) => text(padded(good, 70_000, "é"))),
  bad("a small answer that unpacks to a megabyte", (good) =>
    text(new Uint8Array(gzipSync(padded(good, 1_000_000))), { headers: { "content-encoding": "gzip" } }),
  ),
  {
    name: "an answer that never ends",
    // Whether it is given up at the limit or at the end of the time is the reader's choice.
    code: ["broker/bad-response", "broker/timeout"],
    answer: ({ good }) => text(endless(`${JSON.stringify(good)}${" ".repeat(4096)}`)),
  },
  bad("a grant in UTF-16", (good) =>
    text(new Uint8Array(Buffer.from(`\ufeff${JSON.stringify(good)}`, "utf16le"))),
  ),
];

/** A page's code that runs when the loader starts to ask the broker. */
const onAsking = (code: string): string => `addEventListener("timekit-embed:state", () => { ${code} });`;

/** Grants with a gap that the page's own code seems to fill. */
export const gaps: readonly RefusedAnswer[] = [
  {
    ...bad("a missing type on a page whose Object.prototype has one", (good) => json(without(good, "type"))),
    script: onAsking(`Object.prototype.type = "client-token";`),
  },
  {
    ...bad("a missing e-mail on a page whose Object.prototype has one", (good) =>
      json({ ...good, resource: without(good.resource, "email") }),
    ),
    script: onAsking(`Object.prototype.email = "page@example.com";`),
  },
];
