import { isRecord } from "../is-record.ts";
import type { Runtime } from "../runtime.ts";
import type { AcceptedResult, Ask } from "./ask.ts";
import { withDeadline } from "./deadline.ts";
import { createFlights, type WaitUntil } from "./flights.ts";
import { UpstreamError } from "./upstream-error.ts";

/** The slug of the app that the key belongs to; throws an `UpstreamError`. */
export type FindApp = (waitUntil: WaitUntil) => Promise<string>;

export interface FindAppOptions {
  readonly ask: Ask;
  /** The slug, where the owner has set it. */
  readonly app: string | undefined;
  readonly timeoutMs: number;
  readonly runtime: Pick<Runtime, "delay" | "now">;
}

/** Asks once and remembers, since a key's app never changes. The flight has a deadline of its own: it outlives whoever starts it. */
export const createFindApp = ({ ask, app, timeoutMs, runtime }: FindAppOptions): FindApp => {
  const flights = createFlights<string>({ longestMs: timeoutMs, now: runtime.now });
  let known = app;
  return async (waitUntil) =>
    known ??
    flights.share(
      "app",
      () =>
        withDeadline(timeoutMs, runtime, async (deadline) => {
          known = parseApp(await ask("/app", { deadline, isKnown: true }));
          return known;
        }),
      waitUntil,
    );
};

const parseApp = (reply: AcceptedResult): string => {
  const body = reply.kind === "answered" ? reply.body : undefined;
  const data = isRecord(body) ? body["data"] : undefined;
  const slug = isRecord(data) ? data["slug"] : undefined;
  // It becomes a header of the widget's requests, so it must be fit for one.
  if (typeof slug !== "string" || !/^[!-~]{1,200}$/.test(slug)) throw new UpstreamError("no-app");
  return slug;
};
