import { expect, test } from "vitest";
import { nodeSettingTable } from "../../../../src/broker/node/node-settings.ts";
import { parseSettings } from "../../../../src/broker/settings/parse-settings.ts";

const read = (storeUrl: string) =>
  parseSettings({ timekitApiKey: "key", allowedOrigins: "https://a.example", storeUrl }, nodeSettingTable)
    .storeUrl;

test.each([
  "redis://store.example",
  "redis://store.example/",
  "redis://127.0.0.1:7000/3",
  "redis://[::1]:7000",
  "redis://:p%40ss%25@store.example",
  "rediss://me:pass@store.example",
])("%s is an address of a store", (storeUrl) => {
  expect(read(storeUrl)).toBe(storeUrl);
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
