import { describe, expect, test } from "vitest";
import { nodeSettingTable } from "../../../../src/broker/node/node-settings.ts";
import { findWarnings } from "../../../../src/broker/settings/find-warnings.ts";
import { parseSettings } from "../../../../src/broker/settings/parse-settings.ts";
import { SettingsError } from "../../../../src/broker/settings/problem.ts";
import { resourceId } from "../clockwork-world.ts";

describe("settings", () => {
  const enough = { timekitApiKey: "live_api_key_1", allowedOrigins: "https://a.example" };

  test("two settings are enough; the others have their defaults", () => {
    expect(parseSettings(enough)).toEqual({
      timekitApiKey: "live_api_key_1",
      timekitApiKeyNext: undefined,
      allowedOrigins: new Set(["https://a.example"]),
      timekitApiUrl: "https://api.timekit.io",
      timekitApp: undefined,
      timekitLookup: "include",
      resourceIds: undefined,
      rateLimitPerMinute: 120,
      upstreamPerSecond: 5,
      upstreamTimeoutMs: 6000,
      trustedProxyHops: 0,
      storeUrl: undefined,
      metricsToken: undefined,
      clientTokenPath: "/client-token",
      expiryWarningDays: 30,
      host: "127.0.0.1",
      port: 8787,
      logLevel: "info",
    });
  });

  test.each([
    ["timekitApiKey", " key\n", "key"],
    ["timekitApiKeyNext", "next", "next"],
    ["timekitApiKeyNext", "", undefined],
    [
      "allowedOrigins",
      ["https://a.example", "https://b.example"],
      new Set(["https://a.example", "https://b.example"]),
    ],
    [
      "allowedOrigins",
      "https://a.example , http://localhost:3000",
      new Set(["https://a.example", "http://localhost:3000"]),
    ],
    ["allowedOrigins", "http://intranet.example", new Set(["http://intranet.example"])],
    ["allowedOrigins", "https://[::1]:8443", new Set(["https://[::1]:8443"])],
    ["timekitApiUrl", "https://proxy.example/timekit/", "https://proxy.example/timekit"],
    ["timekitApiUrl", "http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["timekitApiUrl", "http://localhost", "http://localhost"],
    ["timekitApiUrl", "https://a.example/v2x//", "https://a.example/v2x"],
    ["timekitApiUrl", "http://[::1]:1", "http://[::1]:1"],
    ["timekitApp", "my-app", "my-app"],
    ["timekitLookup", "include", "include"],
    ["timekitLookup", "search", "search"],
    [
      "resourceIds",
      "2939C4FA-f06f-4496-8a20-03f57afcdfe6",
      new Set(["2939c4fa-f06f-4496-8a20-03f57afcdfe6"]),
    ],
    [
      "resourceIds",
      "2939c4fa-f06f-4496-8a20-03f57afcdfe6 , 5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913",
      new Set(["2939c4fa-f06f-4496-8a20-03f57afcdfe6", "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913"]),
    ],
    ["rateLimitPerMinute", "5", 5],
    ["rateLimitPerMinute", 5, 5],
    ["upstreamPerSecond", "1", 1],
    ["upstreamTimeoutMs", "2500", 2500],
    ["trustedProxyHops", "2", 2],
    ["port", "0", 0],
    ["host", "::", "::"],
    ["logLevel", "silent", "silent"],
  ])("%s may be %j", (key, given, value) => {
    expect(parseSettings({ ...enough, [key]: given })).toMatchObject({ [key]: value });
  });

  const secretValue = "zq7-secret-value";

  test.each([
    ["TIMEKIT_API_KEY", { timekitApiKey: undefined }],
    ["TIMEKIT_API_KEY", { timekitApiKey: "  " }],
    ["TIMEKIT_API_KEY", { timekitApiKey: `${secretValue} two` }],
    ["TIMEKIT_API_KEY", { timekitApiKey: `${secretValue}é` }],
    ["TIMEKIT_API_KEY", { timekitApiKey: { value: secretValue } }],
    ["TIMEKIT_API_KEY", { timekitApiKey: secretValue.repeat(80) }],
    ["TIMEKIT_API_KEY_NEXT", { timekitApiKeyNext: `${secretValue}\u0000` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: undefined }],
    ["ALLOWED_ORIGINS", { allowedOrigins: "" }],
    ["ALLOWED_ORIGINS", { allowedOrigins: [] }],
    ["ALLOWED_ORIGINS", { allowedOrigins: "*" }],
    ["ALLOWED_ORIGINS", { allowedOrigins: "null" }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://${secretValue}.example,` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://*.${secretValue}.example` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://${secretValue}.example/` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://${secretValue}.example/path` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://${secretValue}.example?query` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://${secretValue}.example#` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://user:${secretValue}@a.example` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://${secretValue}.example:443` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `HTTPS://${secretValue}.example` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `https://${secretValue}-bücher.example` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `${secretValue}.example` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `ftp://${secretValue}.example` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: `file:///${secretValue}` }],
    ["ALLOWED_ORIGINS", { allowedOrigins: ["https://a.example", 7] }],
    ["TIMEKIT_API_URL", { timekitApiUrl: secretValue }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `http://${secretValue}.example` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `http://127.0.0.1.${secretValue}.example` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `https://user:${secretValue}@a.example` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `ftp://localhost/${secretValue}` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `https://${secretValue}@a.example` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `https://:${secretValue}@a.example` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `https://${secretValue}.example/v2` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `https://a.example?${secretValue}` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `https://a.example#${secretValue}` }],
    ["TIMEKIT_API_URL", { timekitApiUrl: `https://${secretValue}.example/v2/` }],
    ["TIMEKIT_APP", { timekitApp: `${secretValue} two` }],
    ["TIMEKIT_LOOKUP", { timekitLookup: secretValue }],
    ["TIMEKIT_LOOKUP", { timekitLookup: "Include" }],
    ["RESOURCE_IDS", { resourceIds: "" }],
    ["RESOURCE_IDS", { resourceIds: [] }],
    ["RESOURCE_IDS", { resourceIds: secretValue }],
    ["RESOURCE_IDS", { resourceIds: "2939c4fa-f06f-4496-8a20-03f57afcdfe6," }],
    ["RATE_LIMIT_PER_MINUTE", { rateLimitPerMinute: "0" }],
    ["RATE_LIMIT_PER_MINUTE", { rateLimitPerMinute: "-1" }],
    ["RATE_LIMIT_PER_MINUTE", { rateLimitPerMinute: "1.5" }],
    ["RATE_LIMIT_PER_MINUTE", { rateLimitPerMinute: "1e3" }],
    ["RATE_LIMIT_PER_MINUTE", { rateLimitPerMinute: true }],
    ["UPSTREAM_PER_SECOND", { upstreamPerSecond: Number.NaN }],
    ["UPSTREAM_TIMEOUT_MS", { upstreamTimeoutMs: secretValue }],
    ["TRUSTED_PROXY_HOPS", { trustedProxyHops: "17" }],
    ["HOST", { host: true }],
    ["HOST", { host: ["127.0.0.1", 7] }],
    ["STORE_URL", { storeUrl: `redis://:${secretValue}@127.0.0.1` }],
    ["METRICS_TOKEN", { metricsToken: `${secretValue} two` }],
    ["METRICS_TOKEN", { metricsToken: "fifteen-letters" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: secretValue }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "https://broker.example/client-token" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "//client-token" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "/a/../client-token" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "/a/./client-token" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "/client%2Dtoken" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "/client-token?a=1" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: `/${"a".repeat(200)}` }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "/livez" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "/readyz" }],
    ["CLIENT_TOKEN_PATH", { clientTokenPath: "/metrics" }],
    ["EXPIRY_WARNING_DAYS", { expiryWarningDays: "a month" }],
    ["EXPIRY_WARNING_DAYS", { expiryWarningDays: "3651" }],
    ["PORT", { port: "65536" }],
    ["LOG_LEVEL", { logLevel: secretValue }],
    ["RESOURCE_ID", { resourceId: secretValue }],
  ])("a bad %s is one line that names it and not its value: %j", (name, given) => {
    const problems = findProblems({ ...enough, ...given });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} [^\\n]+\\.$`));
    expect(problems[0]).not.toContain(secretValue);
  });

  test("a choice names the others", () => {
    expect(findProblems({ ...enough, timekitLookup: "x" })).toEqual([
      "TIMEKIT_LOOKUP must be one of: include, search.",
    ]);
  });

  test("the error is a line for each problem, under a name that a build does not shorten", () => {
    const error = new SettingsError(["HOST a.", "PORT b."]);
    expect([error.name, error.message]).toEqual(["SettingsError", "HOST a.\nPORT b."]);
  });

  test("all problems are told at once", () => {
    expect(findProblems({ port: "x" }).map((line) => line.split(" ")[0])).toEqual([
      "TIMEKIT_API_KEY",
      "ALLOWED_ORIGINS",
      "PORT",
    ]);
    expect(findProblems(undefined)).toEqual(["The settings must be an object."]);
  });

  const findProblems = (given: unknown): readonly string[] => {
    try {
      parseSettings(given);
      return [];
    } catch (error) {
      return error instanceof SettingsError ? error.problems : [String(error)];
    }
  };
});

describe("warnings", () => {
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
    expect(findWarnings(parseSettings(settings))).toEqual([expect.stringMatching(/^RESOURCE_IDS .*anybody/)]);
  });
});
