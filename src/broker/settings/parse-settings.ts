import { isRecord } from "../is-record.ts";
import { SettingProblem, SettingsError } from "./problem.ts";
import { type SettingKey, type Settings, settingTable } from "./settings.ts";

/** A setting as it may be given: text as in the environment, or the number or list that the text would mean. */
type GivenSetting = string | number | readonly string[] | undefined;

/** The settings of a broker as its owner gives them: the variables of the environment in camelCase. */
export type BrokerSettings = { readonly [Key in SettingKey]?: GivenSetting } & {
  readonly timekitApiKey: string;
  readonly allowedOrigins: string | readonly string[];
};

/** Reads settings by a table; throws a `SettingsError` with one line for each problem. */
export const parseSettings = (given: unknown, table = settingTable): Settings => {
  if (!isRecord(given)) throw new SettingsError(["The settings must be an object."]);
  const problems: string[] = [];
  const entries: [string, unknown][] = [];
  for (const key of Object.keys(given))
    if (!Object.hasOwn(table, key)) problems.push(`${toVariableName(key)} is not a setting.`);
  for (const [key, setting] of Object.entries(table)) {
    const value = read(setting, given[key]);
    if (value instanceof SettingProblem) problems.push(`${toVariableName(key)} ${value.text}`);
    else entries.push([key, value]);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  // The table has exactly the keys of Settings, and each value came from that key's own converter.
  return Object.fromEntries(entries) as unknown as Settings;
};

const read = (setting: (typeof settingTable)[SettingKey], value: unknown): unknown => {
  if (value === undefined) return setting.absent;
  const text = toText(value)?.trim();
  if (text === undefined) return new SettingProblem("must be text.");
  return text === "" ? (setting.empty ?? setting.absent) : setting.convert(text);
};

const toText = (value: unknown): string | undefined => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  return Array.isArray(value) && value.every((item) => typeof item === "string")
    ? value.join(",")
    : undefined;
};

/** Picks a broker's settings, unchecked, out of an environment or a Worker's bindings; everything else in there is left alone. */
export const fromVariables = (variables: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(settingTable).map((key) => [key, variables[toVariableName(key)]]));

/** A setting's name in the environment: `timekitApiKey` is `TIMEKIT_API_KEY`. */
export const toVariableName = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
