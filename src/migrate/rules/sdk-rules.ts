import { flag } from "../take/flag.ts";
import { header } from "../take/text.ts";
import { text } from "../take/text.ts";
import type { MigrationRule } from "./rule.ts";

/** How the widget talks to Timekit. */
export const sdkRules: readonly MigrationRule[] = [
  {
    path: "timekitConfig",
    outcome: "renamed",
    to: "sdk",
    text: "Is sdk.",
    holds: "object",
  },
  {
    path: "timekitConfig.app",
    outcome: "dropped",
    text: "v2 knows your app from the App Widget Key, so no app is named.",
  },
  {
    path: "timekitConfig.(apiBaseUrl|apiVersion|inputTimestampFormat|outputTimestampFormat)",
    outcome: "renamed",
    to: "sdk.*",
    text: "Has the same name in sdk.",
    take: text,
  },
  {
    path: "timekitConfig.(convertResponseToCamelcase|convertRequestToSnakecase|autoFlattenResponse)",
    outcome: "renamed",
    to: "sdk.*",
    text: "Has the same name in sdk.",
    take: flag,
  },
  {
    path: "timekitConfig.timezone",
    outcome: "dropped",
    text: "v2 asks for times in the visitor's zone, and this would get in its way. For a fixed zone set ui.timezone.",
  },
  {
    path: "timekitConfig.(appKey|resourceEmail|resourceKey|userEmail|userApiToken)",
    outcome: "dropped",
    text: "Never carried over: v2 signs in with the App Widget Key (app_key) alone.",
  },
  {
    path: "timekitConfig.headers",
    outcome: "renamed",
    to: "sdk.headers",
    text: "Is sdk.headers.",
    holds: "object",
  },
  {
    path: "timekitConfig.headers.Authorization",
    outcome: "dropped",
    text: "Never carried over, in any spelling: v2 signs in with the App Widget Key (app_key).",
  },
  {
    path: "timekitConfig.headers.(Timekit-App|timekit-app)",
    outcome: "dropped",
    text: "v2 knows your app from the App Widget Key, so no app is named.",
  },
  {
    path: "timekitConfig.headers.*",
    outcome: "kept",
    to: "sdk.headers.*",
    text: "Has the same name in sdk.headers.",
    take: header,
  },
];
