import { isLoopbackHost } from "../is-loopback.ts";
import type { Settings } from "./settings.ts";

/** What a broker can start with but its owner should know; one sentence each, naming the setting and never its value. */
export const findWarnings = (settings: Settings): readonly string[] => {
  const isOpen = [...settings.allowedOrigins].some((origin) => {
    const url = new URL(origin);
    return url.protocol === "http:" && !isLoopbackHost(url.hostname);
  });
  const warnings: string[] = [];
  if (isOpen)
    warnings.push("ALLOWED_ORIGINS has an http: origin: anyone on the way can act in its name. Use https:.");
  if (!settings.resourceIds)
    warnings.push(
      "RESOURCE_IDS is not set: strangers may ask for any resource of the app, also for made-up ones. List yours.",
    );
  return warnings;
};
