import { settingTable } from "../settings/settings.ts";
import { SettingsError } from "../settings/problem.ts";
import { fromVariables } from "../settings/from-variables.ts";
import { toVariableName } from "../settings/variable-name.ts";

export interface VariableSource {
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
