import type { BookingReports } from "../vendor.ts";
import { makeAllInert } from "./inert.ts";
import type { SdkResponse, TimekitSdk } from "./booking-js.ts";
import { cleanSlots, cleanWidget } from "./clean-answers.ts";
import { readBooked } from "./read-booked.ts";

export interface SdkReports extends Pick<BookingReports, "onBooked" | "onFailure"> {
  /** Timekit has answered with so many slots; v1 draws them next. */
  readonly onSlots: (slots: number) => void;
}

/**
 * Stands between v1 and Timekit. What v1 would put into the page as HTML or print to the console (error texts,
 * a remote configuration, the Authorization header) is made harmless before v1 sees it.
 */
export const guardSdk = (sdk: TimekitSdk, { onSlots, onBooked, onFailure }: SdkReports): void => {
  const makeRequest = sdk.makeRequest;
  /** v1 says nothing of an answer that is no list, and shows its loading screen for ever. */
  const reportSlots = (response: SdkResponse): void => {
    if (Array.isArray(response.data)) onSlots(response.data.length);
    else onFailure({ call: "availability", status: readStatus(response) });
  };
  sdk.makeRequest = (request) => {
    const { url, data } = request;
    const kind = recognise(url, data);
    return makeRequest.call(sdk, request).then(
      (response) => {
        if (kind === "availability") reportSlots(response);
        if (kind === "booking") onBooked(readBooked(response.data, data));
        // Without `config`, which holds the Authorization header: callbacks of the page may print it.
        return { ...response, config: undefined, data: clean[kind](response.data) };
      },
      (failure: unknown) => {
        const status = readStatus(failure);
        if (kind === "availability" || kind === "widget") onFailure({ call: "availability", status });
        if (kind === "booking") onFailure({ call: "booking", status });
        const data = makeAllInert((Object(failure) as SdkResponse).data ?? "No answer");
        throw Object.assign(new Error("Timekit refused"), { status, data });
      },
    );
  };
};

type Kind = "availability" | "booking" | "widget" | "other";

const clean: Record<Kind, (data: unknown) => unknown> = {
  availability: cleanSlots,
  widget: cleanWidget,
  booking: (data) => data,
  other: (data) => data,
};

const recognise = (path: string, sent: unknown): Kind => {
  if (/^\/(findtime|bookings\/groups)\b/.test(path)) return "availability";
  if (path.startsWith("/widgets/")) return "widget";
  return /^\/bookings\b/.test(path) && sent !== undefined ? "booking" : "other";
};

const readStatus = (answer: unknown): number => {
  const { status } = Object(answer) as SdkResponse;
  return typeof status === "number" ? status : 0;
};
