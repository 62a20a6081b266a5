import { SettingProblem } from "../settings/problem.ts";
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
    : new SettingProblem("must end in the number of a database.");
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
