import { metricsToken, pageOrigin } from "./broker-world.ts";
import { secrets } from "./timekit-bodies.ts";

/** The environment of a broker's process that asks this Timekit and lets everybody ask as often as they like. */
export const toProcessVariables = (timekitUrl: string): Readonly<Record<string, string>> => ({
  TIMEKIT_API_KEY: secrets.apiKey,
  ALLOWED_ORIGINS: pageOrigin,
  TIMEKIT_API_URL: timekitUrl,
  TIMEKIT_APP: "example-app",
  RATE_LIMIT_PER_MINUTE: "1000000",
  METRICS_TOKEN: metricsToken,
  PORT: "0",
});
