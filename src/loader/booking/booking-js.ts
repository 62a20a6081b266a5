/** The parts of Booking.js v1 (1.24.2) that the loader touches. */
export interface BookingInstance {
  init(config: object): unknown;
  destroy(): unknown;
  /** Calls a method of the FullCalendar inside; throws before there is one. */
  fullCalendar(method: string): unknown;
  readonly timekitSdk: TimekitSdk;
}

export interface TimekitSdk {
  /** Every call of the SDK goes through this property, which makes it the one border to Timekit. */
  makeRequest(request: SdkRequest): PromiseLike<SdkResponse>;
  setUser(email: string, token: string): void;
}

export interface SdkRequest {
  /** Path below the API's base, as `/findtime`; the SDK makes it absolute in place. */
  readonly url: string;
  readonly data?: unknown;
}

export interface SdkResponse {
  readonly data: unknown;
  readonly status?: unknown;
  /** The request, with its headers. */
  readonly config?: unknown;
}

/** Calls of the private jQuery that clean up behind v1. */
export type JQuery = (target: unknown) => { off(event: string): unknown };
