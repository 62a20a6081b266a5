/** What was found in a text that someone has pasted. */
export interface Snippet {
  /** In the order of the text. */
  readonly calendars: readonly FoundCalendar[];
  /** What would need the page to run, or is no v1 at all; in the order of the text. */
  readonly unread: readonly Unread[];
  /** The source text of each function that stands in a configuration as an empty one. */
  readonly functions: ReadonlyMap<unknown, string>;
}

export interface FoundCalendar {
  readonly at: Position;
  readonly kind: CalendarKind;
  /** Options of Booking.js v1, as far as they can be read. */
  readonly config: unknown;
  /** The UUID that our own tag names. */
  readonly resourceId?: string;
}

/** How a page starts its calendar: v1 by itself, by a call, our tag, or only a configuration was pasted. */
export type CalendarKind = "autoload" | "init" | "tag" | "configuration";

/** Something that could not be read, and why. */
export interface Unread {
  readonly at: Position;
  /** The option whose value it is, dotted; empty where it is no option. */
  readonly path: string;
  /** The first words of it; empty where it may hold a credential. */
  readonly code: string;
  readonly reason: string;
}

/** The same at an offset of the whole text, while it is being read. */
export interface Remark {
  readonly offset: number;
  readonly path: string;
  readonly code: string;
  readonly reason: string;
}

/** Both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
