import type { Asker } from "../page.ts";
import type { Grant } from "../../contract/grant.ts";
import { createDeferred, type Deferred } from "../deferred.ts";
import { LoaderError } from "../errors.ts";
import type { GrantQuestion } from "./fetch-grant.ts";

/** Asks for a grant; once nobody wants it any more, a question that still waits is not asked. */
export interface GrantWish {
  readonly question: GrantQuestion;
  readonly asker: Asker;
  readonly isWanted: () => boolean;
}

interface Flight extends Deferred<Grant> {
  readonly question: GrantQuestion;
  readonly wishes: GrantWish[];
  isAsked: boolean;
}

/** How many may ask at the same time; a stranger never takes the last place. */
const limits = { atOnce: 4, strangersAtOnce: 3, crowdPauseMs: 1000 } as const;

/**
 * Asks the broker for few at a time, so that a comment with a thousand containers uses up nobody's limit: the owner's
 * calendars first, then the first ten containers, then one of the others each second, and of those the one that came
 * into view last. Who asks the same broker for the same resource at the same time shares one request. Nothing is kept
 * after the answer.
 */
export const createGrantQueue = (
  fetchGrant: (question: GrantQuestion) => Promise<Grant>,
): ((wish: GrantWish) => Promise<Grant>) => {
  /** By question, oldest first. */
  const flights = new Map<string, Flight>();
  let asking = 0;
  let isCrowdPaused = false;

  const findNext = (): Flight | undefined => {
    const waiting = [...flights.values()].filter(({ isAsked }) => !isAsked);
    const findOf = (asker: Asker): Flight[] =>
      waiting.filter(({ wishes }) => wishes.some((wish) => wish.asker === asker));
    if (asking >= limits.atOnce) return undefined;
    const [owners] = findOf("owner");
    if (owners || asking >= limits.strangersAtOnce) return owners;
    return findOf("stranger")[0] ?? (isCrowdPaused ? undefined : findOf("crowd").at(-1));
  };

  const begin = async (flight: Flight): Promise<void> => {
    flight.isAsked = true;
    if (!flight.wishes.some(({ isWanted }) => isWanted())) {
      flights.delete(toKey(flight.question));
      flight.reject(new LoaderError("embed/destroyed"));
      return;
    }
    if (flight.wishes.every(({ asker }) => asker === "crowd")) {
      isCrowdPaused = true;
      setTimeout(() => {
        isCrowdPaused = false;
        beginAll();
      }, limits.crowdPauseMs);
    }
    asking += 1;
    const free = (): void => {
      flights.delete(toKey(flight.question));
      asking -= 1;
    };
    await fetchGrant(flight.question).finally(free).then(flight.resolve, flight.reject);
    beginAll();
  };

  const beginAll = (): void => {
    for (let next = findNext(); next; next = findNext()) void begin(next);
  };

  return (wish) => {
    const key = toKey(wish.question);
    const flight = flights.get(key) ?? {
      ...createDeferred<Grant>(),
      question: wish.question,
      wishes: [],
      isAsked: false,
    };
    flights.set(key, flight);
    flight.wishes.push(wish);
    beginAll();
    return flight.promise;
  };
};

const toKey = ({ brokerUrl, resourceId, renew }: GrantQuestion): string =>
  [brokerUrl, resourceId.toLowerCase(), renew].join();
