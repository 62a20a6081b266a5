import type { ErrorCode } from "./errors.ts";
import type { NoticeAction } from "./ui/dismissal.ts";
import type { Booked } from "./vendor.ts";
import { builtIn } from "./page.ts";

export type State = "waiting" | "authorizing" | "loading" | "ready" | "failed" | "destroyed";

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
  /** Starts a calendar that waits; does nothing in other states. */
  readonly start: () => void;
  /** Starts again after a failure; does nothing in other states. */
  readonly retry: () => void;
  /** Takes the calendar away and puts back what the target held. */
  readonly destroy: () => void;
}

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

/** Tells the page. What a listener of the page throws stays with the page (the browser reports it). */
export const emit = <Name extends keyof EmbedEvents>(
  target: Node,
  name: Name,
  detail: EmbedEvents[Name],
): void => {
  builtIn(target, "dispatchEvent")(new CustomEvent(name, { bubbles: true, composed: true, detail }));
};
