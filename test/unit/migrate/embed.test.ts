import { describe, expect, test } from "vitest";
import { migrateConfig, type MigrationFacts } from "../../../src/migrate/index.ts";
import { writeLines } from "../../../src/migrate/lines/write-lines.ts";
import { readSnippet } from "../../../src/migrate/snippet/read-snippet.ts";

const facts: MigrationFacts = {
  target: "embed",
  resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6",
  brokerUrl: "https://broker.example/client-token",
};
const account = {
  app: "clara-clayton",
  email: "clara@example.com",
  apiToken: "s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja",
};
const built = { version: "1.2.3", integrity: { "loader.js": "sha384-AA" } };
const kindsOf = (v1: object): Record<string, string> =>
  Object.fromEntries(migrateConfig(v1, facts).notes.map(({ path, kind }) => [path, kind]));

describe("v1's options become those of our tag", () => {
  test("as they are, but for the account and the element", () => {
    const options = {
      name: "Clara",
      timekitFindTime: { length: "30 minutes", filters: { and: [{ business_hours: {} }] } },
      bookingFields: { phone: { enabled: true } },
    };
    const { config } = migrateConfig(
      { ...account, ...options, targetEl: "#calendar", autoload: false },
      facts,
    );
    expect(config).toEqual({
      resourceId: facts.resourceId,
      brokerUrl: facts.brokerUrl,
      target: "#calendar",
      config: { ...options, avatar: "" },
    });
  });

  test("v1's own element, where the page names none", () => {
    expect(migrateConfig(account, facts).config).toEqual({
      resourceId: facts.resourceId,
      brokerUrl: facts.brokerUrl,
      target: "#bookingjs",
      config: { name: "", avatar: "" },
    });
    // A stored widget may bring its own name.
    expect(migrateConfig({ widgetId: "w" }, facts).config).toMatchObject({ config: { widgetId: "w" } });
  });

  test("a note says that the page's token must be revoked", () => {
    const { notes } = migrateConfig({ widgetId: "w" }, facts);
    expect(notes).toMatchObject([
      { path: "apiToken", kind: "needs-you", text: expect.stringContaining("revoked") },
    ]);
  });

  test("what is not known is asked for", () => {
    const { config, notes } = migrateConfig(account, { target: "embed" });
    expect(config).not.toHaveProperty("resourceId");
    expect(notes.filter(({ kind }) => kind === "needs-you").map(({ text }) => text)).toEqual([
      expect.stringContaining("data-resource-id"),
      expect.stringContaining("data-broker-url"),
      expect.stringContaining("revoked"),
    ]);
  });

  test.each([
    [{ apiToken: "x" }, "apiToken", "dropped"],
    [{ autoload: true }, "autoload", "dropped"],
    [{ timekitConfig: { app: "x" } }, "timekitConfig.app", "dropped"],
    [{ timekitConfig: { resourceKey: "x" } }, "timekitConfig.resourceKey", "dropped"],
    [
      { timekitConfig: { headers: { AUTHORIZATION: "x" } } },
      "timekitConfig.headers.AUTHORIZATION",
      "dropped",
    ],
    [{ timekitFindTimeTeam: { users: [] } }, "timekitFindTimeTeam", "needs-you"],
    [{ targetEl: { nodeType: 1 } }, "targetEl", "dropped"],
    [{ callbacks: { renderCompleted: () => undefined } }, "callbacks.renderCompleted", "reshaped"],
  ])("%j has a note on %s", (v1, path, kind) => {
    expect(kindsOf(v1)[path]).toMatch(path === "apiToken" ? /dropped|needs-you/ : kind);
  });
});

describe("the lines of our tag", () => {
  const linesOf = (v1: unknown): string =>
    writeLines(migrateConfig(v1, facts).config, { target: "embed", host: "https://files.example", built });

  test("hold the options as JSON", () => {
    expect(linesOf({ ...account, name: "Clara's" })).toBe(`<div id="bookingjs"></div>
<script
  src="https://files.example/1.2.3/loader.js"
  integrity="sha384-AA"
  crossorigin="anonymous"
  data-resource-id="2939c4fa-f06f-4496-8a20-03f57afcdfe6"
  data-broker-url="https://broker.example/client-token"
  data-config="{&quot;name&quot;:&quot;Clara&#39;s&quot;,&quot;avatar&quot;:&quot;&quot;}"
  async
></script>`);
  });

  test("start the calendar by a script where it has functions, or what only a run tells", () => {
    const [found] = readSnippet(
      "new TimekitBooking().init({ name: shopName, callbacks: { renderCompleted: () => hide() } })",
    ).calendars;
    const lines = linesOf(found?.config);
    expect(lines).not.toContain("data-resource-id");
    expect(lines).toContain("api.mount({");
    expect(lines).toContain("name: shopName,");
    expect(lines).toContain("renderCompleted: () => hide(),");
  });

  test("never hold the page's token, in a function either", () => {
    const text = `var t = 's3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja';
      new TimekitBooking().init({ apiToken: t, callbacks: { renderCompleted: function () { log('s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja') } }, name: find('s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja') })`;
    const { calendars, unread } = readSnippet(text);
    expect(linesOf(calendars[0]?.config) + JSON.stringify(unread)).not.toContain("s3VZ");
  });

  test("name what is to be filled in", () => {
    const lines = writeLines(migrateConfig({}, { target: "embed" }).config, { target: "embed" });
    expect(lines).toContain('data-resource-id="…"');
  });
});
