import type { Grant } from "../../contract/grant.ts";
import type { GrantQuestion } from "./fetch-grant.ts";

/**
 * Lets embeds that ask the same broker for the same resource at the same time share one request. Nothing is
 * kept after the answer.
 */
export const shareFlights = (
  fetchGrant: (question: GrantQuestion) => Promise<Grant>,
): ((question: GrantQuestion) => Promise<Grant>) => {
  const flights = new Map<string, Promise<Grant>>();
  return (question) => {
    const key = [question.brokerUrl, question.resourceId.toLowerCase(), question.renew].join();
    const flight = flights.get(key) ?? fetchGrant(question).finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
};
