import type { Schedule } from "./find-slots.ts";
import type { JsonObject } from "./json.ts";

/** Everything that the simulated Timekit knows at its start; what is booked later is kept elsewhere. */
export interface World {
  readonly apps: readonly App[];
}

export interface App {
  /** UUID. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** The keys of full power; two while one is being replaced. */
  readonly apiKeys: readonly string[];
  /** The App Widget Keys, with which pages of Booking.js v2 sign in. */
  readonly widgetKeys: readonly string[];
  /** A test app marks its answers and has a daily limit. */
  readonly isTest: boolean;
  readonly ownerEmail: string;
  readonly resources: readonly Resource[];
  readonly widgets: readonly Widget[];
  readonly projects: readonly Project[];
}

export interface Resource {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** Absolute URL of a picture. */
  readonly image: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** The resource's own secret, of full power. */
  readonly apiToken: string;
  /** UUID. */
  readonly calendarId: string;
  readonly credentials: readonly Credential[];
  readonly schedule: Schedule;
  readonly groups?: GroupOffer;
}

/** A credential as it stands in Timekit's answers. */
export interface Credential {
  readonly id: string;
  readonly type: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly referrer: readonly string[];
  /** ISO 8601 with offset. */
  readonly expires: string | null;
  readonly token_generated_at: string | null;
  readonly description: string;
}

/** Events that several customers attend together: the first `count` slots of the resource's schedule. */
interface GroupOffer {
  readonly what: string;
  readonly seats: number;
  readonly count: number;
}

/** What Booking.js v2 books: a stored configuration with its resources, reached by id or slug. */
export interface Project {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly resourceIds: readonly string[];
  /** Options of v2 by name; what the page says comes before them. */
  readonly config: JsonObject;
}

/** A stored configuration of Booking.js v1, reached by id or slug. */
export interface Widget {
  readonly id: string;
  readonly slug: string;
  readonly resourceId: string;
  readonly config: Readonly<Record<string, unknown>>;
}
