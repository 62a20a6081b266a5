import type { State } from "./lifecycle.ts";

/** One calendar in the page. */
export interface Embed {
  /** UUID; undefined where none was given. */
  readonly resourceId: string | undefined;
  /** Null while it is awaited, and where there is none. */
  readonly target: Element | null;
  readonly state: State;
  /** Resolves when the first availability is on screen; rejects with a `LoaderError`. New after `retry()`. */
  readonly ready: Promise<void>;
  /** The Booking.js v1 instance while `state` is `ready`, else null. */
  readonly widget: object | null;
  /** Starts again after a failure; does nothing in other states. */
  readonly retry: () => void;
  /** Takes the calendar away and puts back what the target held. */
  readonly destroy: () => void;
}
