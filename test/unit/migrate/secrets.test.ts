import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";

const secret = "XT1JO879JF1qUXXzmETD5ucgxaDwsFsd";

// Each is a page that holds the secret in some place where it does not belong.
const pages: readonly (readonly [string, unknown])[] = [
  ["in apiToken", { apiToken: secret }],
  ["in apiToken, below an object", { apiToken: { value: [secret] } }],
  ["again in another option", { apiToken: secret, name: secret }],
  ["again as part of a text", { apiToken: secret, avatar: `https://cdn.example/?t=${secret}` }],
  ["again in a header", { apiToken: secret, timekitConfig: { headers: { "X-Proxy": `Bearer ${secret}` } } }],
  ["again in FullCalendar's options", { apiToken: secret, fullCalendar: { events: [`/feed?${secret}`] } }],
  ["again in the name of an option", { apiToken: secret, [secret]: 1 }],
  ["again in the name of a nested option", { apiToken: secret, fullCalendar: { views: { [secret]: 1 } } }],
  ["again among ids", { apiToken: secret, timekitFindTime: { resource_ids: [secret] } }],
  ["again in a filter", { apiToken: secret, timekitFindTime: { filters: { and: [{ [secret]: {} }] } } }],
  [
    "again in the name of a filter's setting",
    {
      apiToken: secret,
      timekitFindTime: { filters: { and: [{ daytime: { start: 9, end: 17, [secret]: 1 } }] } },
    },
  ],
  ["in a token anywhere", { fullCalendar: { views: { token: secret } } }],
  ["in a list of tokens", { fullCalendar: { tokens: [secret] } }],
  ["in an access token", { timekitCreateBooking: { customer: { access_token: secret, note: secret } } }],
  [
    "in the success message",
    { apiToken: secret, localization: { strings: { successMessageTitle: secret } } },
  ],
  ["in an App API Key without a telling name", { name: `live_api_key_${secret}` }],
];

describe("secrets", () => {
  it.each(pages)("carries over no credential that stands %s", (_, v1) => {
    expect(JSON.stringify(migrateConfig(v1))).not.toContain(secret);
  });

  it.each(pages)("says something of the option in which a credential stands %s", (_, v1) => {
    expect(JSON.stringify(migrateConfig(v1).notes)).toMatch(/carried over|signs? in/);
  });

  it.each([true, null, 7, ["a"], {}])("carries over no token, whatever stands there: %j", (token) => {
    const { config, notes } = migrateConfig({ fullCalendar: { views: { token } } });
    expect(config["fullcalendar"]).toEqual({ views: {} });
    expect(notes).toContainEqual(
      expect.objectContaining({ path: "fullCalendar.views.token", kind: "dropped" }),
    );
  });

  it("carries over a text that contains a short token by chance", () => {
    const { config } = migrateConfig({ apiToken: "hour", timekitFindTime: { length: "1 hour" } });
    expect(config).toHaveProperty("availability.length", "1 hour");
  });

  it("does not carry over a short text that equals a token", () => {
    const { config } = migrateConfig({ apiToken: "hour", name: "hour" });
    expect(config).not.toHaveProperty("ui.display_name");
  });

  it("carries over lists in which the place of an item looks like a token", () => {
    const { config } = migrateConfig({ apiToken: "0", fullCalendar: { hiddenDays: [6] } });
    expect(config).toHaveProperty("fullcalendar.hiddenDays", [6]);
  });

  it("does not carry over a number that is a token", () => {
    const { config } = migrateConfig({ apiToken: 1234567890, fullCalendar: { height: 1234567890 } });
    expect(JSON.stringify(config)).not.toContain("1234567890");
  });
});
