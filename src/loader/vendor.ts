import type { Grant } from "../contract/grant.ts";
import type { Page, Undo } from "./page.ts";
import type { PlainObject } from "./plain-object.ts";

/** What the vendor file gives: Booking.js v1 behind the shield of `booking/`. */
export interface Vendor {
  /** Keeps our elements in their target, where the page itself still loads v1; tells of its lines. */
  readonly keepPlace: (place: Place, page: Page) => Undo;
  readonly start: (request: BookingRequest, reports: BookingReports) => RunningBooking;
}

/** Where an embed is. */
export interface Place {
  readonly target: Element;
  /** What the target held, which comes back; a calendar that the page's own v1 has drawn is taken out of it. */
  readonly held: ChildNode[];
  /** False where a stranger may have written what the target held. */
  readonly isTrusted: boolean;
  /** Whether our elements are no longer in the target, nor anywhere else in a document. */
  readonly isRemoved: () => boolean;
  readonly putBack: () => void;
  /** The page's own v1 has come back so often that it gets the place. */
  readonly onOusted: () => void;
  /** Somebody else has taken our elements away. */
  readonly onRemoved: () => void;
  /** The lines with which the page still loads v1 itself. */
  readonly onOldLines: (lines: readonly string[]) => void;
}

export interface BookingRequest {
  /** Where v1 draws. */
  readonly element: HTMLElement;
  /** Booking.js options, weakest first. */
  readonly layers: readonly ConfigLayer[];
  readonly grant: Grant;
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  /** What the page's address may fill in; absent where nothing. */
  readonly prefill?: Prefill | undefined;
  /** BCP 47 language of our words in the calendar; English without one. */
  readonly lang?: string;
  /** Words of the page over ours. */
  readonly words?: Readonly<Record<string, string>>;
  /** What Timekit was asked before v1 was there. */
  readonly prefetched?: PrefetchedAnswer | undefined;
}

export interface Prefill {
  /** Names of form fields, as `name,email`. */
  readonly fields: string;
  /** The page's query, as `?customer.name=Jane`. */
  readonly search: string;
}

export interface PrefetchedAnswer {
  /** The question for free times, in JSON. */
  readonly sent: string;
  readonly answer: Promise<TimekitAnswer>;
}

export interface TimekitAnswer {
  readonly status: number;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface ConfigLayer {
  readonly config: PlainObject;
  /** False where a stranger may have written it: then only what is on a list of looks goes to v1. */
  readonly isTrusted: boolean;
  /** What a stranger has set beside it, and may not. */
  readonly leftOut?: readonly string[];
}

export interface BookingReports {
  /** So many slots are on screen; 0 is an answer too. */
  readonly onShown: (slots: number) => void;
  readonly onBooked: (booked: Booked) => void;
  readonly onFailure: (failure: BookingFailure) => void;
  /** An option is left out, since its source has no say in it. */
  readonly onIgnored: (option: string) => void;
  /** A remote configuration holds an option that cannot be accepted. */
  readonly onRefused: (option: string) => void;
  /** An option cannot be accepted; makes the error that `start` throws. */
  readonly refuse: (option: string) => Error;
}

export interface BookingFailure {
  readonly call: "availability" | "booking";
  /** HTTP status; 0 where there was no answer, or v1 failed by itself. */
  readonly status: number;
  /** Why, for the site's owner: ours or a number, never Timekit's words. */
  readonly reason: string;
  /** What was asked; absent where v1 failed by itself. */
  readonly url?: string;
}

export interface RunningBooking {
  /** The Booking.js v1 instance. */
  readonly instance: object;
  /** Goes on with another token, without losing what the visitor has typed. */
  readonly useToken: (grant: Grant) => void;
  readonly destroy: Undo;
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
