import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const rows: readonly Row[] = [
  {
    says: "moves the SDK's options into sdk",
    v1: {
      timekitConfig: {
        apiBaseUrl: "https://proxy.example/",
        apiVersion: "v2",
        inputTimestampFormat: "Y-m-d",
        outputTimestampFormat: "Y-m-d",
        convertResponseToCamelcase: false,
        convertRequestToSnakecase: true,
        autoFlattenResponse: true,
      },
    },
    config: {
      sdk: {
        apiBaseUrl: "https://proxy.example/",
        apiVersion: "v2",
        inputTimestampFormat: "Y-m-d",
        outputTimestampFormat: "Y-m-d",
        convertResponseToCamelcase: false,
        convertRequestToSnakecase: true,
        autoFlattenResponse: true,
      },
    },
    notes: { timekitConfig: "renamed", "timekitConfig.apiBaseUrl": "renamed" },
  },
  {
    says: "drops the app and the time zone, which v2 knows otherwise",
    v1: { timekitConfig: { app: "back-to-the-future", timezone: "Europe/Copenhagen" } },
    lacks: ["sdk"],
    notes: { "timekitConfig.app": "dropped", "timekitConfig.timezone": "dropped" },
  },
  {
    says: "keeps the page's own headers",
    v1: {
      timekitConfig: {
        headers: { "Timekit-Context": "widget", "X-Shop": 7, "Timekit-App": "x", "X-Bad": {} },
      },
    },
    config: { sdk: { headers: { "Timekit-Context": "widget", "X-Shop": "7" } } },
    lacks: ["sdk.headers.Timekit-App", "sdk.headers.X-Bad"],
    notes: {
      "timekitConfig.headers": "renamed",
      "timekitConfig.headers.Timekit-Context": [],
      "timekitConfig.headers.Timekit-App": "dropped",
      "timekitConfig.headers.X-Bad": "dropped",
    },
  },
  {
    says: "refuses options and headers of a wrong type",
    v1: { timekitConfig: { apiBaseUrl: 7, apiVersion: [], headers: "none", proxy: true } },
    config: { sdk: { apiBaseUrl: "7" } },
    lacks: ["sdk.apiVersion", "sdk.headers", "sdk.proxy"],
    notes: {
      "timekitConfig.apiVersion": "dropped",
      "timekitConfig.headers": "dropped",
      "timekitConfig.proxy": "dropped",
    },
  },
];

describe("sdk", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it.each(["Authorization", "authorization", "AUTHORIZATION", "Proxy-Authorization", "Cookie", "X-Api-Key"])(
    "never carries over the header %s",
    (name) => {
      const secret = "Basic bWFydHlAZXhhbXBsZS5jb206WFQxSk84Nzk=";
      const migration = migrateConfig({ timekitConfig: { headers: { [name]: secret } } });
      expect(JSON.stringify(migration)).not.toContain(secret);
      expect(migration.notes).toContainEqual(
        expect.objectContaining({ path: `timekitConfig.headers.${name}`, kind: "dropped" }),
      );
    },
  );

  it.each(["appKey", "resourceKey", "resourceEmail", "userEmail", "userApiToken"])(
    "never carries over the credential %s",
    (name) => {
      const { config, notes } = migrateConfig({ timekitConfig: { [name]: "something-to-sign-in-with" } });
      expect(JSON.stringify(config)).not.toContain("something-to-sign-in-with");
      expect(notes).toContainEqual(
        expect.objectContaining({ path: `timekitConfig.${name}`, kind: "dropped" }),
      );
    },
  );
});
