import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const projectId = "5f9f1b6e-6f0c-4f0e-8b1c-7f6a5f5b2c11";
const appKey = "live_widget_key_7nzvc7wsBQQISLeFSVhROys9V1bUJ1z7";
const apiToken = "XT1JO879JF1qUXXzmETD5ucgxaDwsFsd";

const rows: readonly Row[] = [
  {
    says: "writes the App Widget Key, the project and the resource that are known",
    v1: { app: "back-to-the-future", email: "marty@example.com", apiToken },
    facts: { resourceId, projectId, appKey },
    config: { app_key: appKey, project_id: projectId, resources: [resourceId] },
    lacks: ["app", "email", "apiToken"],
    notes: { app: "dropped", email: "reshaped", apiToken: "dropped" },
  },
  {
    says: "says where to get the key, the project and the resource id while they are not known",
    v1: { app: "back-to-the-future", email: "marty@example.com", apiToken },
    lacks: ["app_key", "project_id", "resources"],
    notes: { email: ["needs-you", "needs-you", "reshaped"], apiToken: ["needs-you", "dropped"] },
  },
  {
    says: "takes null and empty texts for facts that are not known",
    v1: {},
    facts: { resourceId: null, projectId: "", appKey: undefined },
    lacks: ["app_key", "project_id", "resources"],
    notes: { apiToken: "needs-you", email: ["needs-you", "needs-you"] },
  },
  {
    says: "refuses an App API Key, which must never stand in a page",
    v1: {},
    facts: { appKey: "live_api_key_7nzvc7wsBQQISLeFSVhROys9V1bUJ1z7" },
    lacks: ["app_key"],
    notes: { apiToken: ["needs-you", "needs-you"] },
  },
  {
    says: "refuses the page's own token as a key",
    v1: { apiToken },
    facts: { appKey: apiToken },
    lacks: ["app_key"],
    notes: { apiToken: ["needs-you", "needs-you", "dropped"] },
  },
  {
    says: "needs no resource id where a project is known",
    v1: {},
    facts: { projectId },
    config: { project_id: projectId },
    lacks: ["resources"],
    notes: { email: [] },
  },
  {
    says: "drops the calendar, which v2 does not have for one page",
    v1: { calendar: "22f86f0c-ee80-470c-95e8-dadd9d05edd2" },
    lacks: ["calendar"],
    notes: { calendar: "dropped" },
  },
  {
    says: "asks for a project in place of a widget, and writes none of v1's defaults over its stored settings",
    v1: { widgetId: "424a97d6-5473-4d52-9541-733b114bd647" },
    facts: { resourceId, appKey },
    config: { app_key: appKey, resources: [resourceId] },
    lacks: ["project_id", "customer_fields", "ui", "availability", "booking"],
    notes: { widgetId: "needs-you", "bookingFields.comment": [] },
  },
  {
    says: "asks for a project in place of a hosted widget",
    v1: { widgetSlug: "cw6cbm48", app: "back-to-the-future", name: "Marty" },
    facts: { projectId },
    config: { project_id: projectId, ui: { display_name: "Marty" } },
    lacks: ["customer_fields", "ui.time_date_format"],
    notes: { widgetSlug: "needs-you", name: "renamed" },
  },
  {
    says: "writes v1's defaults for a widget whose stored settings are not loaded",
    v1: { widgetId: "w", disableRemoteLoad: true },
    config: {
      disable_remote_load: true,
      availability: { length: "1 hour" },
      customer_fields: { comment: {} },
    },
    notes: { widgetId: "needs-you", disableRemoteLoad: "renamed" },
  },
];

describe("account", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it("puts what needs the owner first and mere renames last", () => {
    const { notes } = migrateConfig({ name: "Marty", app: "x", bookingFields: { phone: { enabled: true } } });
    const kinds = notes.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(["needs-you", "reshaped", "dropped", "renamed"]);
  });

  it("tells where the key and the project are to be found", () => {
    const texts = migrateConfig({}).notes.map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringMatching(/App Widget Key.*admin\.timekit\.io.*API Settings/));
    expect(texts).toContainEqual(expect.stringMatching(/project.*admin\.timekit\.io under Projects/));
    expect(texts).toContainEqual(expect.stringMatching(/resource id.*admin\.timekit\.io under Resources/));
  });
});
