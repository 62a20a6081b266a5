/** What was found in a text. */
export interface Snippet {
  /** In the order of the text. */
  readonly calendars: readonly FoundCalendar[];
  /** What would need the page to run, or is no v1 at all; in the order of the text. */
  readonly unread: readonly Unread[];
  /** Script elements that load Booking.js v1. */
  readonly loads: readonly Load[];
}

export interface FoundCalendar {
  readonly at: Position;
  readonly kind: CalendarKind;
  /** Options of Booking.js v1; what only a run of the page tells, by a stand-in (see `source/code.ts`). */
  readonly config: unknown;
  /** The UUID that our own tag names. */
  readonly resourceId?: string;
  /** Where its lines stand; absent where they are in several places, or were not read whole. */
  readonly place?: Place;
}

/** How a page starts its calendar: v1 by itself, by a call, our tag, or only a configuration was pasted. */
export type CalendarKind = "autoload" | "init" | "tag" | "configuration";

/** A part of the text, by offsets; the end is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The parts of the text that make a calendar. */
export interface Place {
  /** The object of options. */
  readonly options: Span;
  /** The statements that start it and do nothing else, in order; absent where what they give is used elsewhere. */
  readonly statements?: readonly Span[];
  /** The script element, where it holds nothing else. */
  readonly element?: Span;
}

/** A script element that loads Booking.js v1. */
export interface Load {
  readonly at: Position;
  readonly element: Span;
  /** The value of `src`. */
  readonly source: Span;
  /** Its other attributes, as written. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Something that could not be read, and why. */
export interface Unread {
  readonly at: Position;
  /** The option whose value it is, dotted; empty where it is no option. */
  readonly path: string;
  /** The first words of it; empty where it may hold a credential. */
  readonly code: string;
  readonly reason: string;
  /** It does nothing on the page either, as what is commented out. */
  readonly isDead?: true;
}

/** The same at an offset of the whole text, while it is being read. */
export type Remark = Omit<Unread, "at"> & { readonly offset: number };

/** Both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A remark on no option. */
export const remarkAt = (offset: number, reason: string, more: { readonly isDead?: true } = {}): Remark => ({
  offset,
  path: "",
  code: "",
  reason,
  ...more,
});

/** Whether a text speaks of a v1 calendar. */
export const mentionsCalendar = (text: string): boolean => /timekitBookingConfig|TimekitBooking/.test(text);
