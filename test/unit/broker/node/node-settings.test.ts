import { expect, test } from "vitest";
import { nodeSettingTable } from "../../../../src/broker/node/node-settings.ts";
import { parseStoreAddress } from "../../../../src/broker/node/redis/parse-store-address.ts";
import { parseSettings } from "../../../../src/broker/settings/parse-settings.ts";

const read = (storeUrl: string) =>
  parseSettings({ timekitApiKey: "key", allowedOrigins: "https://a.example", storeUrl }, nodeSettingTable)
    .storeUrl;

const plain = { port: 6379, isSecure: false, user: undefined, password: undefined, database: 0 };

test.each([
  ["redis://store.example", { ...plain, host: "store.example" }],
  ["redis://store.example/", { ...plain, host: "store.example" }],
  ["redis://127.0.0.1:7000/3", { ...plain, host: "127.0.0.1", port: 7000, database: 3 }],
  ["redis://[::1]:7000", { ...plain, host: "::1", port: 7000 }],
  ["redis://:p%40ss%25@store.example", { ...plain, host: "store.example", password: "p@ss%" }],
  [
    "rediss://me:pass@store.example",
    { ...plain, host: "store.example", isSecure: true, user: "me", password: "pass" },
  ],
])("%s is an address of a store", (storeUrl, address) => {
  expect(parseStoreAddress(read(storeUrl) ?? "")).toEqual(address);
});

test.each([
  "zq7",
  "http://zq7.example",
  "xredis://zq7.example",
  "redis:///zq7",
  "redis:///1",
  "redis://zq7.example/one",
  "redis://zq7.example/1/2",
  "redis://zq7.example?db=1",
  "redis://zq7.example#1",
  "redis://zq7@store.example",
  "redis://:zq7%@store.example",
])("%s is none, and the line that says so does not repeat it", (storeUrl) => {
  expect(() => read(storeUrl)).toThrow(/^STORE_URL (?!.*zq7)[^\n]+\.$/);
});
