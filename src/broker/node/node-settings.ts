import { fromVariables, toVariableName } from "../settings/parse-settings.ts";
import { SettingProblem, SettingsError } from "../settings/problem.ts";
import { settingTable } from "../settings/settings.ts";

/** Checks `redis://[user:password@]host[:port][/database]`, or `rediss:` for TLS. */
const toStoreUrl = (text: string): string | SettingProblem => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === "" || !isDecodable(url))
    return new SettingProblem("must be redis://[user:password@]host[:port][/database], or rediss: for TLS.");
  if (url.search || url.hash) return new SettingProblem("must not contain a query or fragment.");
  if (url.username && !url.password) return new SettingProblem("has a user without a password.");
  return /^(?:\/\d{0,4})?$/.test(url.pathname)
    ? text
    : new SettingProblem("must end in a database number or without a path.");
};

const isDecodable = ({ username, password }: URL): boolean => {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    // A percent sign that stands for itself is written as %25.
    return false;
  }
};

/** The settings of a broker on Node, which is the one that can share a store. */
export const nodeSettingTable: typeof settingTable = {
  ...settingTable,
  storeUrl: { ...settingTable.storeUrl, convert: toStoreUrl },
};

interface VariableSource {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The text of a file; throws if it cannot be read. */
  readonly readFile: (path: string) => string;
}

/** Reads a broker's settings, unchecked, from an environment in which a secret may be in the file that `NAME_FILE` names. Throws a `SettingsError`. */
export const readVariables = ({ variables, readFile }: VariableSource): Record<string, unknown> => {
  const problems: string[] = [];
  const fromFiles = Object.entries(settingTable).flatMap(([key, setting]): [string, string][] => {
    const name = toVariableName(key);
    const path = setting.isSecret && variables[`${name}_FILE`];
    if (!path) return [];
    if (variables[name]) problems.push(`${name} and ${name}_FILE are both given: leave one out.`);
    try {
      return [[key, readFile(path)]];
    } catch {
      // The error's text has the path, which is the setting's value.
      problems.push(`${name}_FILE names a file that cannot be read.`);
      return [];
    }
  });
  if (problems.length > 0) throw new SettingsError(problems);
  return { ...fromVariables(variables), ...Object.fromEntries(fromFiles) };
};
