import type { BookingReports, PrefetchedAnswer, TimekitAnswer } from "../vendor.ts";
import { pickGroups, pickSlots, pickTimezone, readBooked } from "./answers.ts";
import type { Adapter, SdkRequest, SdkResponse, TimekitSdk } from "./booking-js.ts";
import { neutralizeAllHtml } from "./neutralize-html.ts";

interface SdkReports extends Pick<BookingReports, "onBooked" | "onFailure"> {
  readonly prefetched?: PrefetchedAnswer | undefined;
  /** What v1 may have of a remote configuration; undefined where it is refused. */
  readonly pickWidget: (answer: unknown) => unknown;
  readonly onAsked: () => void;
  readonly onHeard: () => void;
  /** v1 was taken away: it would complain of an answer, so that it hears of none. */
  readonly isOver: () => boolean;
  /** Timekit has answered with so many slots; v1 draws them next. */
  readonly onSlots: (slots: number) => void;
}

/**
 * Stands between v1 and Timekit. What v1 would put into the page as HTML or print to the console (error texts,
 * a remote configuration, the Authorization header) is made harmless before v1 sees it.
 */
export const guardSdk = (
  sdk: TimekitSdk,
  { prefetched, pickWidget, onAsked, onHeard, isOver, onSlots, onBooked, onFailure }: SdkReports,
): void => {
  const makeRequest = sdk.makeRequest;
  const askTimekit = replay((request) => makeRequest.call(sdk, request), prefetched);
  const clean: Record<Kind, (data: unknown) => unknown> = {
    findTime: pickSlots,
    groups: pickGroups,
    widget: pickWidget,
    timezone: pickTimezone,
    booking: (data) => data,
    other: (data) => data,
  };
  /** v1 says nothing of an answer that is no list, and shows its loading screen for ever. */
  const reportSlots = (response: SdkResponse): void => {
    if (Array.isArray(response.data)) onSlots(response.data.length);
    else onFailure({ call: "availability", ...explain(response), reason: "Timekit's answer is no list" });
  };
  sdk.makeRequest = (request) => {
    const { url, data } = request;
    const kind = recognise(url, data);
    const answer = askTimekit(request).then(
      (response) => {
        // Without `config`, which holds the Authorization header: callbacks of the page may print it.
        const cleaned = { ...response, config: undefined, data: clean[kind](response.data) };
        if (isAvailability(kind)) reportSlots(cleaned);
        if (kind === "booking") onBooked(readBooked(response.data, data));
        return cleaned;
      },
      (failure: unknown) => {
        const { status, reason } = explain(failure);
        // Absolute by now.
        const { url } = request;
        if (isAvailability(kind) || kind === "widget")
          onFailure({ call: "availability", status, reason, url });
        if (kind === "booking") onFailure({ call: "booking", status, reason: `booking, ${reason}`, url });
        const data = neutralizeAllHtml((Object(failure) as SdkResponse).data ?? "No answer");
        throw Object.assign(new Error("Timekit refused"), { status, data });
      },
    );
    onAsked();
    return new Promise((resolve, reject) => {
      const unlessOver =
        <Value>(settle: (value: Value) => void) =>
        (value: Value): void => {
          onHeard();
          if (!isOver()) settle(value);
        };
      answer.then(unlessOver(resolve), unlessOver(reject));
    });
  };
};

/** What v1 asks; `other` is what the page's own code asks through v1's SDK. */
type Kind = "findTime" | "groups" | "booking" | "widget" | "timezone" | "other";

const isAvailability = (kind: Kind): boolean => kind === "findTime" || kind === "groups";

const recognise = (path: string, sent: unknown): Kind => {
  if (/^\/findtime\b/.test(path)) return "findTime";
  if (/^\/bookings\/groups\b/.test(path)) return "groups";
  if (path.startsWith("/widgets/")) return "widget";
  if (path.startsWith("/users/timezone/")) return "timezone";
  return /^\/bookings\b/.test(path) && sent !== undefined ? "booking" : "other";
};

const explain = (answer: unknown): { readonly status: number; readonly reason: string } => {
  const { status } = Object(answer) as SdkResponse;
  return typeof status === "number" && status > 0
    ? { status, reason: `status ${status}` }
    : { status: 0, reason: "no answer from Timekit" };
};

type Ask = (request: SdkRequest) => PromiseLike<SdkResponse>;

/**
 * Gives v1, once, what Timekit was asked before, if it asks the very same; everything else goes to Timekit, and so
 * does a question that nobody has answered. v1's SDK reads the answer as if it came from the network.
 */
export const replay = (ask: Ask, prefetched: PrefetchedAnswer | undefined): Ask => {
  let unused = prefetched;
  let pending: Promise<void> | undefined;
  return (request) => {
    const { url, data } = request;
    if (!unused || url !== "/findtime" || JSON.stringify(data) !== unused.sent)
      return pending ? pending.then(() => ask(request)) : ask(request);
    const { answer } = unused;
    unused = undefined;
    const asked = answer.then(
      (given) => ask(Object.assign(request, { adapter: createAdapter(given) })),
      () => ask(request),
    );
    // What v1 asks next stays next: where both fail, the failure that counts is the first to be told.
    const end = (): void => {
      pending = undefined;
    };
    pending = answer.then(end, end);
    return asked;
  };
};

const createAdapter =
  ({ status, headers, text }: TimekitAnswer): Adapter =>
  (resolve, reject) =>
    (status >= 200 && status < 300 ? resolve : reject)({ status, headers, data: parse(text) });

/** Like axios: what is no JSON stays a text. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
