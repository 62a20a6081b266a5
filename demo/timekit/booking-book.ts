import type { Period } from "./find-slots.ts";

/** A booking that was made since the start. */
interface Booking extends Period {
  /** UUID. */
  readonly id: string;
  readonly resourceId: string;
}

/** What has been booked: appointments take their time away, seats of group events are counted. */
export interface BookingBook {
  /** How many bookings of any kind there are. */
  readonly size: number;
  takenBy(resourceId: string): readonly Period[];
  add(booking: Booking): void;
  seatsTaken(groupId: string): number;
  takeSeat(groupId: string): void;
  clear(): void;
}

/** An empty book. */
export const createBookingBook = (): BookingBook => {
  const bookings: Booking[] = [];
  const seats: string[] = [];
  return {
    get size() {
      return bookings.length + seats.length;
    },
    takenBy: (resourceId) => bookings.filter((booking) => booking.resourceId === resourceId),
    add: (booking) => void bookings.push(booking),
    seatsTaken: (groupId) => seats.filter((taken) => taken === groupId).length,
    takeSeat: (groupId) => void seats.push(groupId),
    clear: () => {
      bookings.length = 0;
      seats.length = 0;
    },
  };
};
