import type { BookingReports, ConfigLayer } from "../vendor.ts";
import { type CheckContext, containerOptions, pickAllowed } from "./allowed-options.ts";
import { shorten } from "./clean-answers.ts";

/** What the broker decides, and v1's `debug`, which prints the token. */
const ignored = ["apiToken", "email", "app", "debug"];
/** What the loader decides; an old configuration of the page may keep it. */
const ours = ["targetEl", "autoload"];

/** One source's options without those that it has no say in. */
export const checkLayer = (
  config: Record<string, unknown>,
  { isOwners, leftOut = [] }: Omit<ConfigLayer, "config">,
  { onIgnored, ...context }: Pick<BookingReports, "onIgnored"> & CheckContext,
): Record<string, unknown> => {
  if (!isOwners) {
    const picked = pickAllowed(config, containerOptions, context);
    const names = [...leftOut, ...picked.leftOut.map((name) => `config.${name}`)];
    if (names.length > 0)
      onIgnored(`${shorten(names)} of the container: only with data-containers="trusted" on the tag`);
    return picked.options;
  }
  for (const key of ignored) if (config[key]) onIgnored(`config.${key}`);
  for (const key of [...ignored, ...ours]) delete config[key];
  return config;
};
