/** The one credential type that may reach a browser. */
export const clientTokenType = "client-token";

/** The credential type that must never reach a browser. */
export const serverTokenType = "server-token";

/** What the broker grants: one client-token and the public facts that Booking.js v1 needs beside it. */
export interface Grant {
  readonly type: typeof clientTokenType;
  /** 1 to 4096 visible ASCII characters. */
  readonly token: string;
  /** ISO 8601 with offset. */
  readonly expires?: string | null;
  /** The slug of the Timekit app that the resource belongs to. */
  readonly app: string;
  readonly resource: GrantedResource;
}

export interface GrantedResource {
  /** UUID. */
  readonly id: string;
  readonly email: string;
  readonly name?: string | null;
  /** IANA name, as `America/Los_Angeles`. */
  readonly timezone?: string | null;
  /** Absolute URL of a picture. */
  readonly avatar?: string | null;
}

/** The largest answer, in bytes, that the loader reads. */
export const grantSizeLimitBytes = 64 * 1024;
