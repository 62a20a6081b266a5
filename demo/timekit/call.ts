import type { Caller } from "./authenticate.ts";
import type { BookingBook } from "./booking-book.ts";
import type { App, Resource, World } from "./world-types.ts";

/** One request as an endpoint sees it, after everything about transport and access is settled. */
export interface Call {
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly headers: Headers;
  /** The parsed JSON; undefined when there is none. */
  readonly body: unknown;
  readonly caller: Caller;
  readonly world: World;
  readonly book: BookingBook;
  readonly nowMs: number;
}

/** What an endpoint says: a status and a value that is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Endpoint = (call: Call) => Answer;

/** The app on whose behalf the call is made, if any. */
export const appOf = ({ caller }: Call): App | undefined => ("app" in caller ? caller.app : undefined);

/** The resource that the caller is; an app's key is none. */
export const resourceOf = ({ caller }: Call): Resource | undefined =>
  caller.kind === "resource" ? caller.resource : undefined;

/** The resources that the caller may know of. */
export const knownResources = (call: Call): readonly Resource[] => appOf(call)?.resources ?? [];
