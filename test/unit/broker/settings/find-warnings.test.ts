import { expect, test } from "vitest";
import { nodeSettingTable } from "../../../../src/broker/node/node-settings.ts";
import { findWarnings } from "../../../../src/broker/settings/find-warnings.ts";
import { parseSettings } from "../../../../src/broker/settings/parse-settings.ts";
import { resourceId } from "../clockwork-world.ts";

test.each([
  ["https://a.example", 0],
  ["http://localhost:3000,http://127.0.0.1,http://[::1]:8080,http://shop.localhost", 0],
  ["https://a.example,http://intranet.example", 1],
  ["http://127.0.0.1.evil.example", 1],
])("the origins %s give %i warnings", (allowedOrigins, count) => {
  const settings = { timekitApiKey: "key", allowedOrigins, resourceIds: resourceId };
  const warnings = findWarnings(parseSettings(settings));
  expect(warnings).toHaveLength(count);
  expect(warnings.join()).not.toContain(".example");
  expect(warnings.every((warning) => warning.startsWith("ALLOWED_ORIGINS "))).toBe(true);
});

test.each([
  ["redis://user:zq7@store.example", 1],
  ["redis://:zq7@10.0.0.7:6380/1", 1],
  ["redis://store.example", 1],
  ["redis://127.0.0.1.evil.example", 1],
  ["rediss://user:zq7@store.example", 0],
  ["redis://:zq7@127.0.0.1", 0],
  ["redis://:zq7@LOCALHOST:6380", 0],
  ["redis://[::1]/2", 0],
])("the store %s gives %i warnings, without a word of it", (storeUrl, count) => {
  const given = {
    timekitApiKey: "key",
    allowedOrigins: "https://a.example",
    resourceIds: resourceId,
    storeUrl,
  };
  const warnings = findWarnings(parseSettings(given, nodeSettingTable));
  expect(warnings).toHaveLength(count);
  expect(warnings.every((warning) => warning.startsWith("STORE_URL "))).toBe(true);
  expect(warnings.join()).not.toMatch(/zq7|example|user/);
});

test("who leaves the list of resources out is told what strangers may then do", () => {
  const settings = { timekitApiKey: "key", allowedOrigins: "https://a.example" };
  expect(findWarnings(parseSettings(settings))).toEqual([
    expect.stringMatching(/^RESOURCE_IDS .*strangers/i),
  ]);
});
