import { expect, it } from "vitest";
import { readCall } from "../../../../src/broker/node/read-call.ts";

const read = (url: string, headers: Readonly<Record<string, string | string[]>> = { host: "broker.test" }) =>
  readCall({ method: "GET", url, headers });

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
