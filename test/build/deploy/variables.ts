import { toVariableName } from "../../../src/broker/settings/parse-settings.ts";
import { settingTable } from "../../../src/broker/settings/settings.ts";

/** Variables from lines like `NAME=value`. */
export const toVariables = (lines: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.map((line) => {
      const end = line.indexOf("=");
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );

const known = new Set(
  Object.entries(settingTable).flatMap(([key, { isSecret }]) => {
    const name = toVariableName(key);
    return isSecret ? [name, `${name}_FILE`] : [name];
  }),
);

/** The names that are no settings of the broker. */
export const findUnknownSettings = (variables: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(variables).filter((name) => !known.has(name));
