/** The parts of Booking.js v1 (1.24.2) that the loader touches. */
export interface BookingInstance {
  init(config: object): unknown;
  destroy(): unknown;
  /** Empty while `init()` has not come so far as to read one. */
  getConfig(): object;
  /** Calls a method of the FullCalendar inside; throws before there is one. */
  fullCalendar(method: string, ...values: readonly unknown[]): unknown;
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
  /** What answers instead of the network. */
  adapter?: Adapter;
}

/** As axios 0.9 knows it. */
export type Adapter = (
  resolve: (response: SdkResponse) => void,
  reject: (response: SdkResponse) => void,
  config: unknown,
) => void;

export interface SdkResponse {
  readonly data: unknown;
  readonly status?: unknown;
  readonly headers?: unknown;
  /** The request, with its headers. */
  readonly config?: unknown;
}

/** The private jQuery, as far as it is used to clean up behind v1 and to keep its data from the page. */
export interface JQuery {
  (target: unknown): { off(event: string): unknown };
  readonly event: JQueryEvents;
}

/** Every listener of jQuery is added and removed through these two. */
export interface JQueryEvents {
  add(target: object, ...listener: readonly unknown[]): void;
  remove(target: object, ...listener: readonly unknown[]): void;
}
