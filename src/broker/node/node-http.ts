import type { IncomingRequest, RequestHeaders } from "../request-context.ts";
import type { HttpReply } from "../respond/reply.ts";

/** What the broker reads of a request of Node's, in words that need no types of Node's. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: {
    readonly remoteAddress?: string | undefined;
    readonly localAddress?: string | undefined;
    readonly destroyed: boolean;
  };
}

/** What the broker needs of a response of Node's. */
export interface NodeResponse {
  writeHead: (
    status: number,
    headers: Record<string, string | number>,
  ) => { readonly end: (body?: string) => unknown };
}

// What a connection that is closed already counts as: whoever sends and leaves is nobody in particular, but not unlimited.
const goneAddress = "0.0.0.0";

/** The address of a connection's other end; undefined only where a socket has none, as one in the file system. */
export const findPeer = ({
  remoteAddress,
  localAddress,
  destroyed,
}: NodeRequest["socket"]): string | undefined =>
  remoteAddress ?? (destroyed || localAddress !== undefined ? goneAddress : undefined);

/** Sends a whole reply. */
export const write = ({ status, body, headers }: HttpReply, outgoing: NodeResponse): void => {
  if (body === null) outgoing.writeHead(status, headers).end();
  else {
    const length = { "Content-Length": Buffer.byteLength(body) };
    outgoing.writeHead(status, Object.assign(length, headers)).end(body);
  }
};

/**
 * What the broker reads of a request of Node's; undefined where its target or its `Host` is none. The target is only cut
 * into path and query: whatever a `URL` would resolve or decode in it could turn one path into another.
 */
export const readRequest = (
  incoming: Pick<NodeRequest, "headers" | "method" | "url">,
): IncomingRequest | undefined => {
  const { method = "", url = "", headers } = incoming;
  if (!isHost(toHeaders(headers).get("host") ?? "")) return undefined;
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

const toHeaders = (headers: NodeRequest["headers"]): RequestHeaders => ({
  get: (name) => {
    const value = headers[name];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  },
  has: (name) => headers[name] !== undefined,
});
