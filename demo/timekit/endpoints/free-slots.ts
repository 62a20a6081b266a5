import type { BookingBook } from "../booking-book.ts";
import { findSlots, type Period } from "../find-slots.ts";
import type { Sieve } from "../parse-filters.ts";
import type { Resource } from "../world-types.ts";
import type { Span } from "./parse-span.ts";

export interface SlotSearch {
  readonly span: Span;
  readonly book: BookingBook;
  /** Lets through what is to be offered; everything without it. */
  readonly sieve?: Sieve;
}

/** The slots of one resource that nobody has booked yet and that are to be offered, earliest first. */
export const freeSlots = (resource: Resource, { span, book, sieve }: SlotSearch): readonly Period[] => {
  const { timeZone, schedule } = resource;
  const slots = findSlots(schedule, { ...span, timeZone, taken: book.takenBy(resource.id) });
  return sieve === undefined ? slots : slots.filter((slot) => sieve({ slot, timeZone }));
};
