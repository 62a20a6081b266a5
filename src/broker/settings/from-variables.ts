import { settingTable } from "./settings.ts";
import { toVariableName } from "./variable-name.ts";

/** Picks a broker's settings, unchecked, out of an environment or a Worker's bindings; everything else in there is left alone. */
export const fromVariables = (variables: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(settingTable).map((key) => [key, variables[toVariableName(key)]]));
