import type { Answer } from "./call.ts";

/** What the headers of an answer depend on. */
export interface ResponseFacts {
  readonly origin: string | null;
  readonly requestId: string;
  readonly nowMs: number;
  readonly isTest?: boolean;
  /** How many requests are left in this minute, where that was counted. */
  readonly remaining?: number;
}

/** The answer as JSON. */
export const toResponse = ({ status, body }: Answer): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

/**
 * Adds the headers that were seen on real answers: of all of them a browser lets a page read `Timekit-TestMode` alone
 * (https://github.com/timekit-io/js-sdk/issues/66). Which origin the real service allows is not known; here it is the caller's.
 */
export const withHeaders = (response: Response, facts: ResponseFacts): Response => {
  const headers = response.headers;
  if (facts.origin !== null) headers.set("access-control-allow-origin", facts.origin);
  headers.set("access-control-expose-headers", "Timekit-TestMode");
  headers.set("vary", "Origin");
  headers.set("cache-control", "no-cache");
  headers.set("date", new Date(facts.nowMs).toUTCString());
  headers.set("timekit-request-id", facts.requestId);
  headers.set("set-cookie", `laravel_session=${facts.requestId}; path=/; httponly`);
  if (facts.isTest === true) headers.set("timekit-testmode", "true");
  if (facts.remaining !== undefined) headers.set("x-ratelimit-remaining", String(facts.remaining));
  return response;
};

/** The answer to a preflight: exactly the headers that Booking.js v1 and its SDK may send. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, POST, PUT, DELETE, OPTIONS",
      "access-control-allow-headers":
        "Authorization, Content-Type, Timekit-App, Timekit-Context, Timekit-InputTimestampFormat, Timekit-OutputTimestampFormat, Timekit-Timezone",
    },
  });
