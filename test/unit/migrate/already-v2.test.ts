import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const appKey = "live_widget_key_7nzvc7wsBQQISLeFSVhROys9V1bUJ1z7";

const rows: readonly Row[] = [
  {
    says: "says of each option of v2 that it is one",
    v1: { app_key: appKey, project_id: "p", ui: { avatar: "a" } },
    config: { app_key: appKey, project_id: "p", ui: { avatar: "a" } },
    notes: { app_key: "needs-you", project_id: "needs-you", ui: "needs-you", apiToken: [], email: [] },
  },
  {
    says: "takes the facts before what stands in the page",
    v1: { app_key: appKey, project_id: "p" },
    facts: { appKey: "test_widget_key_x", projectId: "q", resourceId: "r" },
    config: { app_key: "test_widget_key_x", project_id: "q" },
    lacks: ["resources"],
    notes: { app_key: "needs-you", project_id: "needs-you" },
  },
  {
    says: "adds the resource where a v2 configuration names nobody",
    v1: { app_key: appKey },
    facts: { resourceId: "r" },
    config: { resources: ["r"] },
  },
  {
    says: "lets v1's options win in a page that has both",
    v1: {
      targetEl: "#one",
      el: "#two",
      name: "Marty",
      ui: { display_name: "Doc", timezone: "Europe/Paris" },
    },
    config: {
      el: "#one",
      ui: { display_name: "Marty", timezone: "Europe/Paris", time_date_format: "12h-mdy-sun" },
    },
    notes: { el: "needs-you", ui: "needs-you", targetEl: "renamed", name: "renamed" },
  },
  {
    says: "does not let a text stand where v1's options need an object",
    v1: { avatar: "a", ui: "dark" },
    config: { ui: { avatar: "a" } },
  },
  {
    says: "does not show a name that v2 does not show",
    v1: { app_key: appKey, name: "Marty" },
    lacks: ["ui", "name"],
    notes: { name: "dropped" },
  },
  {
    says: "never carries over credentials that were put into v2's options",
    v1: {
      sdk: { headers: { Authorization: "Basic x" }, resourceKey: "k", apiBaseUrl: "https://p.example/" },
    },
    config: { sdk: { headers: {}, apiBaseUrl: "https://p.example/" } },
    lacks: ["sdk.headers.Authorization", "sdk.resourceKey"],
    notes: { "sdk.headers.Authorization": "dropped", "sdk.resourceKey": "dropped" },
  },
];

describe("already v2", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it("adds nothing of v1's to a configuration that is v2's alone", () => {
    const v2 = {
      app_key: appKey,
      project_id: "p",
      customer_fields: { name: { title: "Name" } },
      debug: true,
    };
    const { config } = migrateConfig(v2);
    expect(config).toEqual(v2);
    expect(config["customer_fields"]).not.toBe(v2.customer_fields);
  });
});
