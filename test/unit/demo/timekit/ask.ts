import { type Timekit, type TimekitOptions, createTimekit } from "../../../../demo/timekit/create-timekit.ts";
import { asObject, asText, type JsonObject } from "../../../../demo/timekit/json.ts";
import type { Resource } from "../../../../demo/timekit/world-types.ts";
import { apiKeys } from "../../../../demo/timekit/world.ts";

/** Tuesday in the week before British summer time begins; London's clock shows 10:00. */
export const nowMs = Date.parse("2026-03-24T10:00:00Z");

/** The default world as of `nowMs`, but for the given options. */
export const startTimekit = (options: TimekitOptions = {}): Timekit =>
  createTimekit({ now: () => nowMs, ...options });

export interface Question {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Sends one request, in process; the path starts with a slash. */
export const ask = (timekit: Timekit, path: string, question: Question = {}): Promise<Response> =>
  timekit.fetch(
    new Request(`https://timekit.test${path}`, {
      method: question.method ?? (question.body === undefined ? "GET" : "POST"),
      headers: { ...question.headers },
      ...(question.body !== undefined && { body: JSON.stringify(question.body) }),
      ...(question.signal && { signal: question.signal }),
    }),
  );

/** The header of the live app's key, or of any other. */
export const withKey = (key: string = apiKeys.live): Record<string, string> => basic("", key);

/** The headers of a resource's client-token, or of another secret of it. */
export const asResource = (resource: Resource, secret = clientToken(resource)): Record<string, string> => ({
  ...basic(resource.email ?? "", secret),
  "timekit-app": "brook-lane",
});

export const basic = (user: string, password: string): Record<string, string> => ({
  authorization: `Basic ${btoa(`${user}:${password}`)}`,
});

/** The token of a resource's credential of that type. */
export const tokenOf = (resource: Resource, type: string): string =>
  resource.credentials.find((credential) => credential.type === type)?.token ?? "none";

export const clientToken = (resource: Resource): string => tokenOf(resource, "client-token");

/** A resource of the simulated world by its id. */
export const resourceWith = (timekit: Timekit, id: string): Resource => {
  const resource = timekit.world.apps.flatMap(({ resources }) => resources).find((one) => one.id === id);
  if (resource === undefined) throw new Error(`No resource ${id} in this world.`);
  return resource;
};

/** The slots that `findtime` gives to a resource for one hour within four weeks. */
export const slotsOf = async (timekit: Timekit, id: string): Promise<readonly Slot[]> => {
  const headers = asResource(resourceWith(timekit, id));
  const response = await ask(timekit, "/v2/findtime", { headers, body: {} });
  return (await dataOf(response)).map(({ start, end }) => ({ start: asText(start), end: asText(end) }));
};

/** The objects in the list that an answer carries under `data`. */
export const dataOf = async (response: Response): Promise<readonly JsonObject[]> => {
  const { data } = asObject(await response.json());
  return Array.isArray(data) ? data.map(asObject) : [];
};

export interface Slot {
  readonly start: string;
  readonly end: string;
}

/** What Booking.js v1 sends for a slot. */
export const bookingOf = (slot: Slot | undefined): Record<string, unknown> => ({
  graph: "instant",
  action: "confirm",
  event: { ...slot, what: "Brook Lane Bicycles x Jane", where: "TBD", description: "" },
  customer: { name: "Jane", email: "jane@example.com", timezone: "Europe/London" },
});
