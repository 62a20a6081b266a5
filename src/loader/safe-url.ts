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

const isLoopback = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
