import type { BookingBook } from "../booking-book.ts";
import { findSlots, type Period } from "../find-slots.ts";
import type { Resource } from "../world-types.ts";
import type { Span } from "./parse-span.ts";

/** The slots of one resource that nobody has booked yet, earliest first. */
export const freeSlots = (resource: Resource, at: { span: Span; book: BookingBook }): readonly Period[] =>
  findSlots(resource.schedule, {
    ...at.span,
    timeZone: resource.timeZone,
    taken: at.book.takenBy(resource.id),
  });
