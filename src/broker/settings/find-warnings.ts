import { isLoopbackHost } from "../is-loopback.ts";
import type { Settings } from "./settings.ts";

/** What a broker can start with but its owner should know; one sentence each, naming the setting and never its value. */
export const findWarnings = ({ allowedOrigins, resourceIds, storeUrl }: Settings): readonly string[] => [
  ...([...allowedOrigins].some((origin) => leavesInClearText(origin, "http:")) ? [originWarning] : []),
  ...(resourceIds ? [] : [resourcesWarning]),
  ...(storeUrl !== undefined && leavesInClearText(storeUrl, "redis:") ? [storeWarning] : []),
];

const originWarning =
  "ALLOWED_ORIGINS has an http: origin: anyone on the way can act in its name. Use https:.";

const resourcesWarning =
  "RESOURCE_IDS is not set: anybody may ask for any resource of the app, even for made-up ones. List yours.";

const storeWarning =
  "STORE_URL is redis: on another machine: its password and the client-tokens cross the network in clear text. Use rediss:.";

const leavesInClearText = (address: string, scheme: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === scheme && !isLoopbackHost(hostname.toLowerCase());
};
