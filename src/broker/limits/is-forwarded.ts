import type { RequestHeaders } from "../visit.ts";

const forwardingHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

/** Whether a proxy says that it passed the request on. */
export const isForwarded = (headers: RequestHeaders): boolean =>
  forwardingHeaders.some((name) => headers.has(name));
