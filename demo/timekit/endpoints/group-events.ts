import type { BookingBook } from "../booking-book.ts";
import { deriveUuid } from "../derive.ts";
import { findSlots, type Period } from "../find-slots.ts";
import type { Resource } from "../world-types.ts";

/** An event that several customers attend together. */
export interface GroupEvent extends Period {
  /** UUID, the same for the same resource and start. */
  readonly id: string;
  readonly resource: Resource;
  readonly what: string;
  readonly seats: number;
  readonly seatsTaken: number;
}

const hourMs = 60 * 60 * 1000;
const reachMs = 8 * 7 * 24 * hourMs;

/** The coming group events of a resource that have a seat left, earliest first. */
export const openGroupEvents = (
  resource: Resource,
  { book, nowMs }: { book: BookingBook; nowMs: number },
): readonly GroupEvent[] => {
  const { groups } = resource;
  if (groups === undefined) return [];
  const slots = findSlots(resource.schedule, {
    timeZone: resource.timeZone,
    fromMs: nowMs,
    untilMs: nowMs + reachMs,
    lengthMs: hourMs,
    taken: [],
  });
  return slots
    .slice(0, groups.count)
    .map((slot) => {
      const id = deriveUuid(`${resource.id}/group/${slot.startMs}`);
      return {
        ...slot,
        id,
        resource,
        what: groups.what,
        seats: groups.seats,
        seatsTaken: book.seatsTaken(id),
      };
    })
    .filter(({ seats, seatsTaken }) => seatsTaken < seats);
};
