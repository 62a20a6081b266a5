import { deriveToken, deriveUuid } from "./derive.ts";
import type { Schedule } from "./find-slots.ts";
import { makeCredential } from "./make-credential.ts";
import type { Resource } from "./world-types.ts";

/** What is to be known for a resource; the rest follows from it. */
export type ResourceParts = Partial<Resource> & { readonly id: string; readonly nowMs: number };

const hour = 60;

/** Monday to Friday from nine to five with a lunch break. */
export const officeHours: Schedule = {
  weekdays: [1, 2, 3, 4, 5],
  opensAt: 9 * hour,
  closesAt: 17 * hour,
  breaks: [{ opensAt: 13 * hour, closesAt: 14 * hour }],
};

/** The given number of slots, all of them on the Wednesday of next week if an hour long. */
export const exactly = (count: number): Schedule => ({
  weekdays: [3],
  opensAt: 8 * hour,
  closesAt: 20 * hour,
  fromNextWeek: true,
  atMost: count,
});

/** A resource with a server-token and a client-token that works office hours in London, but for the given parts. */
export const makeResource = ({ nowMs, ...parts }: ResourceParts): Resource => ({
  name: "Example resource",
  email: `resource-${parts.id.slice(0, 8)}@example.com`,
  image: null,
  timeZone: "Europe/London",
  apiToken: deriveToken(`${parts.id}/own`),
  calendarId: deriveUuid(`${parts.id}/calendar`),
  credentials: [
    makeCredential({ seed: parts.id, nowMs, type: "server-token" }),
    makeCredential({ seed: parts.id, nowMs, type: "client-token" }),
  ],
  schedule: officeHours,
  ...parts,
});
