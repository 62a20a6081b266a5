/** The response headers that a page may always read: https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const alwaysReadable = [
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
];

/** The request headers that need no preflight, and those that the browser adds by itself. */
const needNoPreflight = ["accept", "accept-language", "content-language", "origin"];

/**
 * Lets a page of this origin ask a server of another one as a browser does: with `Origin`, without a preflight, and
 * with only those answers and headers to read that the server allows. Browsers do this outside of `fetch`'s own code,
 * and Node does not do it at all.
 */
export const asBrowser =
  (send: (request: Request) => Promise<Response>, origin: string): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const headers = new Headers(request.headers);
    headers.set("Origin", origin);
    for (const name of headers.keys())
      if (!needNoPreflight.includes(name)) throw new TypeError(`${name} needs a preflight`);
    if (!["GET", "HEAD", "POST"].includes(request.method))
      throw new TypeError("the method needs a preflight");
    const response = await send(new Request(request, { headers }));
    const allowed = response.headers.get("access-control-allow-origin");
    if (allowed !== "*" && allowed !== origin) throw new TypeError("Failed to fetch");
    const exposed =
      response.headers
        .get("access-control-expose-headers")
        ?.toLowerCase()
        .split(/\s*,\s*/) ?? [];
    const readable = [...alwaysReadable, ...exposed];
    return new Response(response.body, {
      status: response.status,
      headers: [...response.headers].filter(([name]) => readable.includes(name)),
    });
  };
