import { isLoopbackHost } from "../is-loopback.ts";
import type { Settings } from "./settings.ts";

/** What a broker can start with but its owner should know; one sentence each, naming the setting and never its value. */
export const findWarnings = ({ allowedOrigins, resourceIds, storeUrl }: Settings): readonly string[] => [
  ...([...allowedOrigins].some((origin) => leavesInClearText(origin, "http:")) ? [originWarning] : []),
  ...(resourceIds ? [] : [resourcesWarning]),
  ...(storeUrl !== undefined && leavesInClearText(storeUrl, "redis:") ? [storeWarning] : []),
];

const originWarning =
  "ALLOWED_ORIGINS has an http: origin: anyone on the network can pretend to be it. Use https:.";

const resourcesWarning =
  "RESOURCE_IDS is not set: anybody may ask for any resource of the app, even for made-up ones. List yours.";

const storeWarning =
  "STORE_URL is redis: on another machine, so its password and the client-tokens cross the network unencrypted. Use rediss:.";

const leavesInClearText = (address: string, scheme: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === scheme && !isLoopbackHost(hostname.toLowerCase());
};
