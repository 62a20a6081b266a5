/** Whether a token or a request with one may go there: `https:`, or `http:` on loopback, without credentials. */
export const isSafeUrl = (url: URL): boolean =>
  (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) &&
  !url.username &&
  !url.password;

/** The absolute URL of a text, or null where it is none. */
export const parseUrl = (text: string, base: string): URL | null => {
  try {
    return new URL(text, base);
  } catch {
    // `URL.canParse` is younger than the oldest browser that is served.
    return null;
  }
};

/** The same of a value from outside; an empty text, which is the address of the page itself, is none. */
export const toUrl = (value: unknown, base: string): URL | null =>
  typeof value === "string" && value.trim() ? parseUrl(value, base) : null;

const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
