import { expect, it } from "vitest";
import { readCall } from "../../../../src/broker/node/read-call.ts";

const read = (url: string, headers: Readonly<Record<string, string | string[]>> = { host: "broker.test" }) =>
  readCall({ method: "GET", url, headers });

it.each([
  ["/client-token?resource_id=1", "http://broker.test/client-token?resource_id=1"],
  ["//elsewhere.test/client-token", "http://broker.test//elsewhere.test/client-token"],
  ["http://broker.test/livez", "http://broker.test/livez"],
  ["https://elsewhere.test/livez", "https://elsewhere.test/livez"],
])("reads the target %s", (target, url) => {
  expect(read(target)?.url.href).toBe(url);
});

it.each([
  ["livez", undefined],
  ["*", undefined],
  ["javascript:1", undefined],
  ["xhttp://broker.test/livez", undefined],
  ["/livez", {}],
  ["/livez", { host: "" }],
  ["/livez", { host: "a b" }],
  ["/livez", { host: "a:99999" }],
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
