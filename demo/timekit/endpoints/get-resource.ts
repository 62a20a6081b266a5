import { found, notFound } from "../answers.ts";
import { type Endpoint, knownResources, resourceOf } from "../call.ts";
import { timestamp } from "../make-credential.ts";
import type { Resource } from "../world-types.ts";

/**
 * `GET /v2/resources/:id`, with `include=credentials` and `include=calendars`. As the real one, it carries the
 * resource's own secret under `token` and `api_token`.
 */
export const getResource: Endpoint = (call) => {
  const id = call.params["id"]?.toLowerCase();
  const own = resourceOf(call);
  const resource = (own === undefined ? knownResources(call) : [own]).find(
    (candidate) => candidate.id === id,
  );
  if (resource === undefined) return notFound("Resource");
  const includes = call.url.searchParams.get("include")?.split(",") ?? [];
  return found({
    ...describe(resource, call.nowMs),
    ...(includes.includes("credentials") && { credentials: resource.credentials }),
    ...(includes.includes("calendars") && { calendars: [{ id: resource.calendarId, name: "Bookings" }] }),
  });
};

const describe = (resource: Resource, nowMs: number): Readonly<Record<string, unknown>> => {
  const [firstName = "", ...otherNames] = resource.name.split(" ");
  return {
    id: resource.id,
    first_name: firstName,
    last_name: otherNames.join(" "),
    name: resource.name,
    email: resource.email,
    email_verified: false,
    image: resource.image,
    timezone: resource.timeZone,
    activated: true,
    token: resource.apiToken,
    api_token: resource.apiToken,
    meta: {},
    created_at: timestamp(nowMs - 24 * 60 * 60 * 1000),
    updated_at: timestamp(nowMs - 60 * 60 * 1000),
    last_sync: null,
  };
};
