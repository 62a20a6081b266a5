import { gzipSync } from "node:zlib";
import { grantSizeLimitBytes } from "../../../src/contract/grant.ts";
import { type GoodGrant, json, type RefusedAnswer, text } from "./refused-answer.ts";

const bad = (name: string, answer: (good: GoodGrant) => Response): RefusedAnswer => ({
  name,
  code: "broker/bad-response",
  answer: ({ good }) => answer(good),
});

const written = (name: string, write: (json: string) => string): RefusedAnswer =>
  bad(name, (good) => text(write(JSON.stringify(good))));

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

const tooLarge: readonly RefusedAnswer[] = [
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
];

const notJson: readonly RefusedAnswer[] = [
  bad("an empty body", () => text("")),
  bad("a page of HTML", (good) =>
    text(`<!doctype html><title>${good.token}</title>`, { headers: { "content-type": "text/html" } }),
  ),
  written("a grant inside of HTML", (grant) => `<pre>${grant}</pre>`),
  written("a grant that breaks off", (grant) => grant.slice(0, -1)),
  written("a grant with something after it", (grant) => `${grant} ok`),
  written("two grants one after the other", (grant) => grant + grant),
  written("a grant as a script's argument", (grant) => `callback(${grant})`),
  written("a grant behind a guard against scripts", (grant) => `)]}',\n${grant}`),
  written("a grant with a comment", (grant) => `/* grant */${grant}`),
  written("a grant with a comma too many", (grant) => grant.replace(/\}$/, ",}")),
  written("a grant in single quotes", (grant) => grant.replaceAll('"', "'")),
  written("a grant behind two byte order marks", (grant) => `\ufeff\ufeff${grant}`),
  bad("a grant in UTF-16", (good) =>
    text(new Uint8Array(Buffer.from(`\ufeff${JSON.stringify(good)}`, "utf16le"))),
  ),
  written("a grant as a form", () => "type=client-token&token=abc"),
  bad("the token alone", (good) => text(good.token)),
  bad("the token as a JSON string", (good) => json(good.token)),
  ...[null, 7, true, [], {}].map((value) => bad(`the JSON ${JSON.stringify(value)}`, () => json(value))),
];

/** Bodies that are too large, or not JSON, or not an object. */
export const bodies: readonly RefusedAnswer[] = [...tooLarge, ...notJson];
