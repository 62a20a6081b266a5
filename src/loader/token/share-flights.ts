import type { Grant } from "../../contract/grant.ts";
import type { GrantQuestion } from "./fetch-grant.ts";

interface Flight {
  readonly grant: Promise<Grant>;
  readonly controller: AbortController;
  passengers: number;
}

/**
 * Lets embeds that ask the same broker for the same resource at the same time share one request. It ends
 * with the last of them; nothing is kept after the answer.
 */
export const shareFlights = (
  fetchGrant: (question: GrantQuestion) => Promise<Grant>,
): ((question: GrantQuestion) => Promise<Grant>) => {
  const flights = new Map<string, Flight>();

  const forget = (key: string, flight: Flight): void => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  const takeOff = (key: string, question: GrantQuestion): Flight => {
    const controller = new AbortController();
    const grant = fetchGrant({ ...question, signal: controller.signal }).finally(() => forget(key, flight));
    const flight: Flight = { grant, controller, passengers: 0 };
    flights.set(key, flight);
    return flight;
  };

  return async (question) => {
    const { brokerUrl, resourceId, renew, signal } = question;
    const key = `${brokerUrl.href} ${resourceId.toLowerCase()} ${renew}`;
    const flight = flights.get(key) ?? takeOff(key, question);
    flight.passengers += 1;
    const leave = (): void => {
      flight.passengers -= 1;
      if (flight.passengers > 0) return;
      forget(key, flight);
      flight.controller.abort();
    };
    signal.addEventListener("abort", leave);
    try {
      return await flight.grant;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  };
};
