import { found, notFound } from "../answers.ts";
import { type Endpoint, knownResources } from "../call.ts";
import { offsetMinutes } from "../zoned-time.ts";

/** `GET /v2/users/timezone/:email`: the zone of a resource of the same app and its offset from UTC in hours. */
export const getTimezone: Endpoint = (call) => {
  const resource = knownResources(call).find(({ email }) => email === call.params["email"]);
  if (resource === undefined) return notFound("User");
  return found({
    timezone: resource.timeZone,
    utc_offset: offsetMinutes(call.nowMs, resource.timeZone) / 60,
  });
};
