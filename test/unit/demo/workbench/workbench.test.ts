import { describe, expect, test } from "vitest";
import { toHtml } from "../../../../demo/pages/html.ts";
import { convert } from "../../../../demo/workbench/convert.ts";
import { toPreview, toPreviewOfV1 } from "../../../../demo/workbench/preview/to-preview.ts";
import { rulesTable } from "../../../../demo/workbench/rules-table.ts";
import { samples } from "../../../../demo/workbench/samples.ts";
import { describeRules } from "../../../../src/migrate/index.ts";
import { snippets } from "../../migrate/snippet/snippets.ts";

const account = {
  appKey: "live_widget_key_demo",
  resourceIds: ["one", "two"],
  groupProjectId: "groups",
  timekitOrigin: "http://127.0.0.1:9000",
  v1: { app: "demo", email: "demo@example.com", apiToken: "demo-token" },
} as const;

describe("conversion", () => {
  test.each(Object.entries(snippets))("of %s keeps its token and runs as v2's lines", (_, text) => {
    const { calendars } = convert(text, { appKey: "live_widget_key_mine", projectId: "p" });
    expect(calendars.length).toBeGreaterThan(0);
    for (const { code, config } of calendars) {
      expect(code).not.toContain("s3VZ");
      expect(config).toMatchObject({ app_key: "live_widget_key_mine", project_id: "p" });
      expect(code).toContain("booking-js/v2/booking.min.js");
    }
  });

  test("writes functions as they stand in the page", () => {
    const [only] = convert(snippets.callbacks, {}).calendars;
    expect(only?.code).toContain(
      "createBookingSuccessful: function (response) { location.href = '/thanks?id=' + response.data.id; }",
    );
    expect(only?.code).toContain("fetchAvailabilityFailed: onFailure");
  });

  test("takes the resource of our own tag, unless another is given", () => {
    const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
    expect(convert(snippets.ourTag, {}).calendars).toMatchObject([{ config: { resources: [resourceId] } }]);
    expect(convert(snippets.ourTag, { resourceId: "mine" }).calendars).toMatchObject([
      { config: { resources: ["mine"] } },
    ]);
  });

  test.each(samples)("of the sample “$name” finds a calendar", ({ text }) => {
    expect(convert(text, {}).calendars.length).toBeGreaterThan(0);
  });
});

describe("preview", () => {
  test("replaces the account and the element, and leaves out functions", () => {
    const log = (): void => undefined;
    const config = {
      app_key: "theirs",
      project_id: "theirs",
      project_slug: "theirs",
      autoload: false,
      el: "#theirs",
      resources: ["theirs"],
      ui: { avatar: "/a.png" },
      callbacks: { renderCompleted: log },
      fullcalendar: { hiddenDays: [0, log] },
      sdk: { apiBaseUrl: "https://theirs.example/", headers: { "X-Shop": "7" } },
    };
    expect(toPreview(config, account)).toEqual({
      app_key: "live_widget_key_demo",
      el: "#bookingjs",
      resources: ["one"],
      ui: { avatar: "/a.png" },
      callbacks: {},
      fullcalendar: { hiddenDays: [0, null] },
      sdk: { apiBaseUrl: "http://127.0.0.1:9000/", apiVersion: "v2", headers: { "X-Shop": "7" } },
    });
    expect(config.project_id).toBe("theirs");
  });

  test.each([
    [{ availability: { mode: "roundrobin_prioritized" } }, { resources: ["one", "two"] }],
    [{ resources: ["a", "b", "c"] }, { resources: ["one", "two"] }],
    [{ booking: { graph: "group_customer" } }, { project_id: "groups", disable_remote_load: true }],
  ])("for %j has %j", (config, part) => {
    expect(toPreview(config, account)).toMatchObject(part);
  });
});

describe("preview of v1", () => {
  test("has the demonstration's account, and no token of the page", () => {
    const [found] = convert(snippets.callbacks, {}).calendars;
    expect(toPreviewOfV1(found?.found.config, account)).toEqual({
      ...account.v1,
      callbacks: {},
      targetEl: "#bookingjs",
      timekitConfig: { app: "demo", apiBaseUrl: "http://127.0.0.1:9000/" },
    });
    const [autoload] = convert(snippets.autoload, {}).calendars;
    expect(JSON.stringify(toPreviewOfV1(autoload?.found.config, account))).not.toContain("s3VZ");
  });
});

describe.each(["embed", "v3"] as const)("conversion into %s", (target) => {
  test.each(Object.entries(snippets))("of %s keeps its token", (_, text) => {
    for (const { code } of convert(text, { target }).calendars) expect(code).not.toContain("s3VZ");
  });
});

describe("the table of rules", () => {
  const { html } = rulesTable();

  test.each(describeRules())("has a row for $path", ({ path, outcome, text }) => {
    const cells = [path, outcome, text].map((cell) => cell.replace(/\s+/g, " "));
    const flat = html.replace(/\s+/g, " ");
    for (const cell of cells) expect(flat).toContain(toHtml(cell));
  });

  test("counts every rule once", () => {
    expect(html.match(/<th scope="row">/g)).toHaveLength(describeRules().length);
  });
});
