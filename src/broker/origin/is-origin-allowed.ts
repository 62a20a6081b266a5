/** The headers of a request that say where it comes from; null where one is missing. */
export interface Provenance {
  readonly origin: string | null;
  readonly fetchSite: string | null;
}

/**
 * Whether a request may have a token: its origin is on the list, or it has none and the browser says `same-origin`.
 * Browsers send no `Origin` on a GET of the same origin; pages cannot forge `Sec-Fetch-Site`.
 */
export const isOriginAllowed = (provenance: Provenance, allowed: ReadonlySet<string>): boolean =>
  provenance.origin === null ? provenance.fetchSite === "same-origin" : allowed.has(provenance.origin);
