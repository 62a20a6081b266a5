import type { Plain, PlainObject } from "../../../src/migrate/index.ts";

/** What the demonstration has in place of the owner's account. */
export interface PreviewAccount {
  readonly appKey: string;
  readonly resourceIds: readonly [string, ...string[]];
  /** The project whose group events can be booked. */
  readonly groupProjectId: string;
  readonly timekitOrigin: string;
  /** What v1 needs in its place: of the simulated Timekit, which has nothing to protect. */
  readonly v1: { readonly app: string; readonly email: string; readonly apiToken: string };
}

/**
 * The configuration with which the preview starts v2 or v3: the owner's, but for the account, the element, and functions,
 * which are not run.
 */
export const toPreview = (config: PlainObject, account: PreviewAccount): PlainObject => {
  const kept = withoutFunctions(config);
  for (const name of ["project_id", "project_slug", "api_url", "api_base_url", "autoload"]) delete kept[name];
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

/** The same for v1: its own options with the demonstration's account. */
export const toPreviewOfV1 = (config: unknown, { v1, timekitOrigin }: PreviewAccount): PlainObject => {
  // Functions, and what stands in for the page's code, have no place in JSON.
  const kept = asObject(JSON.parse(JSON.stringify(config ?? {})) as Plain);
  for (const name of ["widgetId", "widgetSlug", "timekitFindTimeTeam", "calendar"]) delete kept[name];
  return {
    ...kept,
    ...v1,
    targetEl: "#bookingjs",
    timekitConfig: { ...asObject(kept["timekitConfig"]), app: v1.app, apiBaseUrl: `${timekitOrigin}/` },
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
