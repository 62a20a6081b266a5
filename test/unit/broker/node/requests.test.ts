import { PassThrough } from "node:stream";
import { describe, expect, it, test } from "vitest";
import type { LogEntry } from "../../../../src/broker/log.ts";
import { readRequest } from "../../../../src/broker/node/node-http.ts";
import { createRefuseMalformed } from "../../../../src/broker/node/refuse-malformed.ts";
import { fixedHeaders } from "../../../../src/broker/respond/reply.ts";

describe("a request of Node's", () => {
  const read = (
    url: string,
    headers: Readonly<Record<string, string | string[]>> = { host: "broker.test" },
  ) => readRequest({ method: "GET", url, headers });

  it.each([
    ["/client-token?resource_id=1", "/client-token", "?resource_id=1"],
    ["/client-token?a=/b?c", "/client-token", "?a=/b?c"],
    ["/client-token??resource_id=1", "/client-token", "??resource_id=1"],
    ["/client-token?", "/client-token", "?"],
    ["/public/../client-token", "/public/../client-token", ""],
    ["/public/%2e%2e/client-token", "/public/%2e%2e/client-token", ""],
    ["/client-token#?resource_id=1", "/client-token#", "?resource_id=1"],
    ["/client-token?resource_id=1#", "/client-token", "?resource_id=1#"],
    ["/\\client-token", "/\\client-token", ""],
    ["//elsewhere.test/client-token", "//elsewhere.test/client-token", ""],
    ["http://broker.test/livez", "/livez", ""],
    ["https://elsewhere.test:8443/livez?a", "/livez", "?a"],
    ["HTTP://[::1]:8787/livez", "/livez", ""],
    ["http://broker.test/a/../livez", "/a/../livez", ""],
  ])("reads the target %s as it was sent", (target, path, search) => {
    expect(read(target)).toMatchObject({ method: "GET", path, search });
  });

  it.each([
    ["a", "/livez"],
    ["a.test:8787", "/livez"],
    ["127.0.0.1", "/livez"],
    ["[::1]:8787", "/livez"],
    ["my_service", "/livez"],
  ])("reads nothing else where the Host is %s", (host, path) => {
    expect(read("/livez", { host })).toMatchObject({ path, search: "" });
  });

  it.each([
    ["livez", undefined],
    ["*", undefined],
    ["", undefined],
    ["javascript:1", undefined],
    ["xhttp://broker.test/livez", undefined],
    ["ftp://broker.test/livez", undefined],
    ["http://broker.test", undefined],
    ["http://user@broker.test/livez", undefined],
    ["http://broker.test#/livez", undefined],
    ["http://broker.test\\/livez", undefined],
    ["/livez", {}],
    ["/livez", { host: "" }],
    ["/livez", { host: "a b" }],
    ["/livez", { host: "a:99999" }],
    ["/livez", { host: "x/client-token?resource_id=1#" }],
    ["/livez", { host: "x?" }],
    ["/livez", { host: "user@x" }],
  ])("refuses the target %s with the headers %j", (target, headers) => {
    expect(read(target, headers)).toBeUndefined();
  });

  it("reads headers as `Headers` would give them", () => {
    const headers = read("/", { host: "a", origin: "https://a.test", "set-cookie": ["a=1", "b=2"] })?.headers;
    expect(headers?.get("origin")).toBe("https://a.test");
    expect(headers?.get("set-cookie")).toBe("a=1, b=2");
    expect(headers?.get("forwarded")).toBeNull();
    expect([headers?.has("origin"), headers?.has("forwarded")]).toEqual([true, false]);
  });
});

describe("what is no request", () => {
  const open = () => {
    const told: Omit<LogEntry, "time">[] = [];
    const socket = new PassThrough();
    const refuse = createRefuseMalformed(
      { createRequestId: () => "id-1" },
      { tell: (entry) => void told.push(entry) },
    );
    return { ...refuse, told, socket };
  };

  const error = (code: string): NodeJS.ErrnoException => Object.assign(new Error("Parse Error"), { code });

  const line = {
    level: "info",
    event: "request",
    request_id: "id-1",
    status: 400,
    code: "invalid-request",
    reason: "malformed",
  };

  test("what is HTTP but no request is refused like any bad request, and logged", () => {
    const { asReply, told } = open();
    const { status, headers, body } = asReply();
    expect([status, headers["X-Request-Id"], headers["Cache-Control"]]).toEqual([400, "id-1", "no-store"]);
    expect(headers).not.toHaveProperty("Access-Control-Allow-Origin");
    expect(JSON.parse(body ?? "")).toMatchObject({ code: "invalid-request", request_id: "id-1" });
    expect(told).toEqual([line]);
  });

  test("what is not HTTP is told so in HTTP, with every header, and its connection ends", () => {
    const { onSocket, socket, told } = open();
    onSocket(error("HPE_INVALID_METHOD"), socket);
    const [head = "", body = "", ...more] = String(socket.read()).split("\r\n\r\n");
    const [first, ...lines] = head.split("\r\n");
    const headers = new Headers(
      lines.map((text): [string, string] => [
        text.slice(0, text.indexOf(": ")),
        text.slice(text.indexOf(": ") + 2),
      ]),
    );
    expect([first, more]).toEqual(["HTTP/1.1 400 Bad Request", []]);
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-request-id": "id-1",
      "content-type": "application/problem+json",
      "content-length": String(Buffer.byteLength(body)),
      connection: "close",
    });
    for (const [name, value] of Object.entries(fixedHeaders)) expect(headers.get(name)).toBe(value);
    expect(JSON.parse(body)).toMatchObject({ code: "invalid-request", request_id: "id-1" });
    expect(socket.writableEnded).toBe(true);
    expect(told).toEqual([line]);
  });

  test("a connection that was reset, or has ended, is let go without a word", () => {
    const reset = open();
    reset.onSocket(error("ECONNRESET"), reset.socket);
    const ended = open();
    ended.socket.end();
    ended.onSocket(error("HPE_INVALID_METHOD"), ended.socket);
    for (const { socket, told } of [reset, ended]) {
      expect([socket.destroyed, socket.read(), told]).toEqual([true, null, []]);
    }
  });

  test("an answer that is under way is not torn apart", () => {
    const { onSocket, socket, told } = open();
    Object.assign(socket, { _httpMessage: {} });
    onSocket(error("HPE_INVALID_METHOD"), socket);
    expect([socket.destroyed, socket.read(), told]).toEqual([true, null, []]);
  });
});
