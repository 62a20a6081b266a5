import { gzipSync } from "node:zlib";
import { resourceId, secrets } from "../timekit-bodies.ts";
import { answer, later, sendAndEnd, sendAndHang, sendAndReset, sendForever } from "./behaviours.ts";
import { type Behave, grantWith } from "./start-fault-server.ts";

/** A way in which Timekit, or the network before it, fails. */
export interface Fault {
  readonly name: string;
  /** What happens to a request; "refuse" closes the port. */
  readonly behave: Behave | "refuse";
  /** What a visitor gets where nothing is kept. More than one where runtimes read the same bytes differently. */
  readonly cold: readonly number[];
  /** The seconds of `Retry-After` that go with a 503. */
  readonly retryAfter?: string;
}

/** How long the broker waits for a Timekit that will not answer. */
export const shortDeadlineMs = 400;

const failed = (name: string, behave: Fault["behave"]): Fault => ({ name, behave, cold: [502] });
const slow = (name: string, behave: Behave): Fault => ({ name, behave, cold: [504] });
const absent = (name: string, behave: Behave): Fault => ({ name, behave, cold: [404] });
const noResource = '{"error":"Resource does not exist","model":"Resource"}';
const busy = (name: string, behave: Behave, retryAfter = "1"): Fault => ({
  name,
  behave,
  cold: [503],
  retryAfter,
});

const ok = "HTTP/1.1 200 OK\r\n";
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const elsewhere = "Location: https://elsewhere.example/";
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, " "), { level: 9 });
const kilobyte = "x".repeat(1024);
const stranger = JSON.stringify({ data: { id: "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913", email: "a@b.c" } });
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

const connections: readonly Fault[] = [
  failed("refuses connections", "refuse"),
  failed("resets the connection", (socket) => void socket.resetAndDestroy()),
  failed("closes the connection", sendAndEnd()),
  failed("resets it after the status", sendAndReset(ok)),
  failed("resets it in the body", sendAndReset(`${ok}Content-Length: 1000\r\n\r\n{"data":{`)),
  slow("says nothing", sendAndHang()),
  slow("stops after the status", sendAndHang(ok)),
  slow("stops after its headers", sendAndHang(`${ok}Content-Length: 10\r\n\r\n`)),
  slow("stops in the body", sendAndHang(`${ok}Content-Length: 1000\r\n\r\n{"data":{`)),
  slow("stops between two chunks", sendAndHang(`${chunked}5\r\n{"dat\r\n`)),
  slow("drips its headers", sendForever(ok, "X-Drip: 1\r\n", 20)),
  slow("drips its body", sendForever(`${ok}Content-Length: 100000\r\n\r\n`, " ", 20)),
  slow("answers too late", (socket, request) =>
    later(shortDeadlineMs + 100, grantWith("TooLateToken"))(socket, request),
  ),
];

const brokenHttp: readonly Fault[] = [
  failed("ends before its Content-Length", sendAndEnd(`${ok}Content-Length: 1000\r\n\r\n{"data":{}}`)),
  failed("ends between two chunks", sendAndEnd(`${chunked}5\r\n{"dat\r\n`)),
  failed("sends a chunk without a size", sendAndEnd(`${chunked}zz\r\n{}\r\n0\r\n\r\n`)),
  failed("sends a chunk longer than its size", sendAndEnd(`${chunked}2\r\n{"data":{}}\r\n0\r\n\r\n`)),
  failed("sends what is not HTTP", sendAndEnd("SSH-2.0-OpenSSH_9.2\r\n")),
  failed("sends a body without a head", sendAndEnd('{"data":{}}')),
  failed("sends a status that is none", sendAndEnd("HTTP/1.1 abc OK\r\n\r\n")),
  failed("gives two lengths", sendAndEnd(`${ok}Content-Length: 2\r\nContent-Length: 11\r\n\r\n{"data":{}}`)),
  failed("gives a negative length", sendAndEnd(`${ok}Content-Length: -1\r\n\r\n{}`)),
  failed("sends 64 KB of headers", answer(200, [`X-Long: ${kilobyte.repeat(64)}`])),
  failed(
    "sends a thousand headers",
    answer(
      200,
      Array.from({ length: 1000 }, (_, n) => `X-${n}: ${n}`),
    ),
  ),
  failed(
    "switches protocols",
    sendAndEnd("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
  ),
];

const bodies: readonly Fault[] = [
  failed("sends a gzip bomb", answer(200, ["Content-Encoding: gzip"], bomb)),
  failed("calls gzip what is none", answer(200, ["Content-Encoding: gzip"], '{"data":{}}')),
  failed("calls Brotli what is none", answer(200, ["Content-Encoding: br"], '{"data":{}}')),
  failed("sends half of its gzip", answer(200, ["Content-Encoding: gzip"], bomb.subarray(0, 1000))),
  failed("sends a body without an end", sendForever(`${ok}\r\n`, Buffer.alloc(1 << 19, " "), 5)),
  failed("sends nothing", answer(200, [], "")),
  failed("sends HTML", answer(200, ["Content-Type: text/html"], "<h1>Hello</h1>")),
  failed("sends half of its JSON", answer(200, [], '{"data":{"id":')),
  failed("sends UTF-16", answer(200, [], Buffer.from('{"data":{}}', "utf16le"))),
  failed("sends null", answer(200, [], "null")),
  failed("sends a list", answer(200, [], "[]")),
  failed("sends JSON as deep as it is long", answer(200, [], `${"[".repeat(2e5)}${"]".repeat(2e5)}`)),
  failed("sends another resource", answer(200, [], stranger)),
  failed("sends back what it was asked", (socket, request) =>
    answer(200, [`X-Echo: ${toKey(request)}`], JSON.stringify({ error: request }))(socket, request),
  ),
  failed("sends its secrets as an error", answer(500, [], JSON.stringify({ error: secrets }))),
];

const toKey = (request: string): string => /authorization: (.*)/i.exec(request)?.[1] ?? "none";

const statuses: readonly Fault[] = [
  failed("answers 201", answer(201)),
  failed("answers 204", sendAndEnd("HTTP/1.1 204 No Content\r\n\r\n")),
  failed("answers 206", answer(206)),
  failed("answers 400", answer(400)),
  failed("refuses the key with 401", answer(401, ['WWW-Authenticate: Basic realm="x"'])),
  absent("answers 403", answer(403, [], '{"error":"Forbidden"}')),
  absent("answers 404", answer(404, [], noResource)),
  absent("answers 404 with a list of errors", answer(404, [], '{"errors":{"id":["is unknown"]}}')),
  ...[403, 404].flatMap((status) => [
    failed(`answers ${status} with a page`, answer(status, [], "<h1>Forbidden</h1>")),
    failed(`answers ${status} with nothing`, answer(status, [], "")),
    failed(`answers ${status} with somebody else's JSON`, answer(status, [], '{"message":"Forbidden"}')),
    failed(`answers ${status} with a list`, answer(status, [], '["error"]')),
  ]),
  failed("answers 407", answer(407)),
  failed("answers 408", answer(408)),
  failed("answers 410", answer(410)),
  failed("answers 422", answer(422)),
  failed("answers 500", answer(500)),
  failed("answers 502", answer(502)),
  failed("answers 504", answer(504)),
  failed("answers 599", answer(599)),
  ...[301, 302, 303, 307, 308].map((status) =>
    failed(`redirects with ${status}`, answer(status, [elsewhere])),
  ),
  failed("redirects to itself", answer(302, [`Location: /v2/resources/${resourceId}`])),
  failed("redirects nowhere", answer(302)),
];

const retryAfters: readonly (readonly [string, string])[] = [
  ["30", "30"],
  ["0", "1"],
  ["3600", "3600"],
  ["999999999", "3600"],
  ["9999999999999999", "1"],
  ["-5", "1"],
  ["1.5", "1"],
  ["soon", "1"],
  ["30, 60", "1"],
  ["Thu, 01 Jan 1970 00:00:00 GMT", "1"],
  ["Fri, 31 Dec 9999 23:59:59 GMT", "3600"],
  ["2027-11-06T12:22:04Z", "1"],
];

const limits: readonly Fault[] = [429, 503].flatMap((status) => [
  busy(`answers ${status}`, answer(status)),
  busy(
    `answers ${status} with a date to come back`,
    (socket, request) =>
      answer(status, [`Date: ${inSeconds(0)}`, `Retry-After: ${inSeconds(30)}`])(socket, request),
    "30",
  ),
  ...retryAfters.map(([value, told]) =>
    busy(`answers ${status} with Retry-After: ${value}`, answer(status, [`Retry-After: ${value}`]), told),
  ),
]);

export const faults: readonly Fault[] = [...connections, ...brokenHttp, ...bodies, ...statuses, ...limits];
