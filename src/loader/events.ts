import { builtIn } from "./built-in.ts";
import type { ErrorCode } from "./errors.ts";
import type { State } from "./lifecycle.ts";

/** The events of an embed and what their `detail` holds; none holds a token or a visitor's data. */
export interface EmbedEvents {
  "timekit-embed:state": { readonly from: State; readonly to: State };
  "timekit-embed:ready": { readonly resourceId: string };
  /** How many slots Timekit offers, after each answer; 0 is an answer too. */
  "timekit-embed:availability": { readonly slots: number };
  "timekit-embed:booked": Booked;
  "timekit-embed:error": {
    readonly code: ErrorCode;
    readonly message: string;
    readonly retryable: boolean;
    readonly requestId?: string;
  };
  "timekit-embed:notice": { readonly action: NoticeAction };
}

export interface Booked {
  /** Timekit's id of the booking, or null where its answer has none. */
  readonly bookingId: string | null;
  /** ISO 8601 with offset. */
  readonly start: string | null;
  readonly end: string | null;
  /** Booking.js v1's `bookingGraph`, as `instant`. */
  readonly graph: string | null;
  /** Timekit's state of the booking, as `confirmed`. */
  readonly state: string | null;
}

export type NoticeAction = "shown" | "followed" | "copied" | "dismissed";

/** Tells the page. What a listener of the page throws stays with the page (the browser reports it). */
export const emit = <Name extends keyof EmbedEvents>(
  target: Node,
  name: Name,
  detail: EmbedEvents[Name],
): void => {
  builtIn(target, "dispatchEvent")(new CustomEvent(name, { bubbles: true, composed: true, detail }));
};
