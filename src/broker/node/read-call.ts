import type { IncomingMessage } from "node:http";
import type { Call, RequestHeaders } from "../visit.ts";

/** What the broker reads of a request of Node's; undefined where its target or its `Host` is none. */
export const readCall = (incoming: Pick<IncomingMessage, "headers" | "method" | "url">): Call | undefined => {
  const { method = "", url: target = "", headers } = incoming;
  if (!headers.host) return undefined;
  try {
    // A proxy's form of the target has a host of its own.
    const url = new URL(target.startsWith("/") ? `http://${headers.host}${target}` : target);
    return /^https?:$/.test(url.protocol) ? { method, url, headers: toHeaders(headers) } : undefined;
  } catch {
    // `URL.parse` would say so without throwing, but Node has it from 22 on.
    return undefined;
  }
};

const toHeaders = (headers: IncomingMessage["headers"]): RequestHeaders => ({
  get: (name) => {
    const value = headers[name];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  },
  has: (name) => headers[name] !== undefined,
});
