import type { BookingReports, BookingRequest, Vendor } from "../../../../src/loader/vendor.ts";

/** One start of v1: what it was given, and what has become of it. */
export interface Started {
  readonly request: BookingRequest;
  readonly reports: BookingReports;
  readonly instance: object;
  /** Tokens that it was given later. */
  readonly tokens: readonly string[];
  readonly isOver: () => boolean;
}

export interface RecordingVendor {
  /** What the vendor file hands over. */
  readonly vendor: Vendor;
  /** Every start, oldest first. */
  readonly started: readonly Started[];
}

/** A vendor that draws one word and records; `onStart` may throw, as v1's options may. */
export const createRecordingVendor = (
  onStart: (request: BookingRequest, reports: BookingReports) => void = () => undefined,
): RecordingVendor => {
  const started: Started[] = [];
  const start: Vendor["start"] = (request, reports) => {
    onStart(request, reports);
    const tokens: string[] = [];
    const instance = {};
    let isOver = false;
    request.element.append("calendar");
    started.push({ request, reports, instance, tokens, isOver: () => isOver });
    return {
      instance,
      useToken: ({ token }) => void tokens.push(token),
      destroy: () => {
        isOver = true;
        request.element.replaceChildren();
      },
    };
  };
  return { vendor: { start, keepPlace: () => () => undefined }, started };
};
