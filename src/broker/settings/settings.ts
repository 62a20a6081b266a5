import { grantPath } from "../../contract/grant-request.ts";
import { type LogLevel, logLevels } from "../log.ts";
import {
  type Convert,
  toApiUrl,
  toInteger,
  toOneOf,
  toPath,
  toText,
  toToken,
  toTokenFrom,
  toUuids,
} from "./converters.ts";
import { toAllowedOrigins } from "./origins.ts";
import { SettingProblem } from "./problem.ts";

/** How credentials are found: with the resource, or by a search of their own. */
export type TimekitLookup = "include" | "search";

/** The settings of a broker, checked. */
export interface Settings {
  readonly timekitApiKey: string;
  readonly timekitApiKeyNext: string | undefined;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly timekitApiUrl: string;
  readonly timekitApp: string | undefined;
  readonly timekitLookup: TimekitLookup;
  /** In lower case; undefined allows every resource. */
  readonly resourceIds: ReadonlySet<string> | undefined;
  readonly rateLimitPerMinute: number;
  readonly upstreamPerSecond: number;
  readonly upstreamTimeoutMs: number;
  readonly trustedProxyHops: number;
  readonly storeUrl: string | undefined;
  readonly metricsToken: string | undefined;
  /** Where a page asks; undefined is every path that is nothing else's. */
  readonly clientTokenPath: string | undefined;
  /** How long before a token expires the log begins to warn of it; 0 is never. */
  readonly expiryWarningDays: number;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
}

export type SettingKey = keyof Settings;

export interface Setting<Value> {
  readonly convert: Convert<Value>;
  /** What an absent setting stands for. */
  readonly absent: Value | SettingProblem;
  /** What an empty setting stands for, where it is not the same as an absent one. */
  readonly empty?: SettingProblem;
  readonly isSecret?: true;
}

const required = new SettingProblem("is required.");

/** Every setting: how its text is read and what it is when absent. */
export const settingTable: { readonly [Key in SettingKey]: Setting<Settings[Key]> } = {
  timekitApiKey: { convert: toToken, absent: required, isSecret: true },
  timekitApiKeyNext: { convert: toToken, absent: undefined, isSecret: true },
  allowedOrigins: { convert: toAllowedOrigins, absent: required },
  timekitApiUrl: { convert: toApiUrl, absent: "https://api.timekit.io" },
  timekitApp: { convert: toToken, absent: undefined },
  timekitLookup: { convert: toOneOf(["include", "search"]), absent: "include" },
  resourceIds: {
    convert: toUuids,
    absent: undefined,
    // An empty list that allows everything would be the opposite of what it says.
    empty: new SettingProblem("is empty: list at least one UUID, or leave the setting out."),
  },
  rateLimitPerMinute: { convert: toInteger({ from: 1, to: 1_000_000 }), absent: 120 },
  upstreamPerSecond: { convert: toInteger({ from: 1, to: 10_000 }), absent: 5 },
  upstreamTimeoutMs: { convert: toInteger({ from: 10, to: 60_000 }), absent: 6000 },
  trustedProxyHops: { convert: toInteger({ from: 0, to: 16 }), absent: 0 },
  storeUrl: {
    convert: () => new SettingProblem("works only in timekit-broker, on Node: leave it out."),
    absent: undefined,
    isSecret: true,
  },
  metricsToken: { convert: toTokenFrom(16), absent: undefined, isSecret: true },
  clientTokenPath: { convert: toPath, absent: grantPath },
  expiryWarningDays: { convert: toInteger({ from: 0, to: 3650 }), absent: 30 },
  host: { convert: toText, absent: "127.0.0.1" },
  port: { convert: toInteger({ from: 0, to: 65_535 }), absent: 8787 },
  logLevel: { convert: toOneOf(logLevels), absent: "info" },
};
