import type { IncomingMessage } from "node:http";
import type { Call, RequestHeaders } from "../visit.ts";

/**
 * What the broker reads of a request of Node's; undefined where its target or its `Host` is none. The target is only cut
 * into path and query: whatever a `URL` would resolve or decode in it could turn one path into another.
 */
export const readCall = (incoming: Pick<IncomingMessage, "headers" | "method" | "url">): Call | undefined => {
  const { method = "", url = "", headers } = incoming;
  if (!isHost(headers.host ?? "")) return undefined;
  const target = url.replace(proxyForm, "");
  if (!target.startsWith("/")) return undefined;
  const pathEnd = target.indexOf("?");
  return pathEnd < 0
    ? { method, path: target, search: "", headers: toHeaders(headers) }
    : { method, path: target.slice(0, pathEnd), search: target.slice(pathEnd), headers: toHeaders(headers) };
};

// A name or address with a port, as browsers and proxies write it, and nothing that could begin a path or a query.
const host = String.raw`(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?`;

// Servers must understand the form of a target that proxies are sent: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
const proxyForm = new RegExp(`^https?://${host}(?=/)`, "i");

const wholeHost = new RegExp(`^${host}$`, "i");

const isHost = (text: string): boolean => wholeHost.test(text) && URL.canParse(`http://${text}`);

const toHeaders = (headers: IncomingMessage["headers"]): RequestHeaders => ({
  get: (name) => {
    const value = headers[name];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  },
  has: (name) => headers[name] !== undefined,
});
