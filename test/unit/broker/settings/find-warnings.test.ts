import { expect, test } from "vitest";
import { findWarnings } from "../../../../src/broker/settings/find-warnings.ts";
import { parseSettings } from "../../../../src/broker/settings/parse-settings.ts";

test.each([
  ["https://a.example", 0],
  ["http://localhost:3000,http://127.0.0.1,http://[::1]:8080,http://shop.localhost", 0],
  ["https://a.example,http://intranet.example", 1],
  ["http://127.0.0.1.evil.example", 1],
])("the origins %s give %i warnings", (allowedOrigins, count) => {
  const warnings = findWarnings(parseSettings({ timekitApiKey: "key", allowedOrigins }));
  expect(warnings).toHaveLength(count);
  expect(warnings.join()).not.toContain(".example");
  expect(warnings.every((warning) => warning.startsWith("ALLOWED_ORIGINS "))).toBe(true);
});
