import type { Plain, PlainObject } from "../../../src/migrate/index.ts";

/** What the demonstration has in place of the owner's account. */
export interface PreviewAccount {
  readonly appKey: string;
  readonly resourceIds: readonly [string, ...string[]];
  /** The project whose group events can be booked. */
  readonly groupProjectId: string;
  readonly timekitOrigin: string;
}

/**
 * The configuration with which the preview starts v2: the owner's, but for the account, the element, and functions,
 * which are not run.
 */
export const toPreview = (config: PlainObject, account: PreviewAccount): PlainObject => {
  const kept = withoutFunctions(config);
  for (const name of ["project_id", "project_slug", "api_url", "autoload"]) delete kept[name];
  const { availability, booking, resources, sdk } = kept;
  const isTeam = "mode" in asObject(availability) || (Array.isArray(resources) && resources.length > 1);
  const isOfGroups = groupGraphs.some((graph) => graph === asObject(booking)["graph"]);
  return {
    ...kept,
    el: "#bookingjs",
    app_key: account.appKey,
    resources: [...(isTeam ? account.resourceIds : account.resourceIds.slice(0, 1))],
    ...(isOfGroups && { project_id: account.groupProjectId, disable_remote_load: true }),
    sdk: { ...asObject(sdk), apiBaseUrl: `${account.timekitOrigin}/`, apiVersion: "v2" },
  };
};

const groupGraphs = ["group_customer", "group_customer_payment"];

const asObject = (value: Plain | undefined): PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};

const withoutFunctions = (config: PlainObject): PlainObject =>
  Object.fromEntries(
    Object.entries(config).flatMap(([key, value]): [string, Plain][] => {
      if (typeof value === "function") return [];
      return [[key, clean(value)]];
    }),
  );

const clean = (value: Plain): Plain => {
  if (typeof value !== "object" || value === null) return typeof value === "function" ? null : value;
  return Array.isArray(value) ? value.map(clean) : withoutFunctions(value);
};
