/** What the pages with a Content-Security-Policy have in common: nothing but this, and the servers of the tests. */
const base: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "connect-src": "http://127.0.0.1:*",
  "img-src": "http://127.0.0.1:* data:",
  "base-uri": "'none'",
};

/** The header of a strict policy with other directives than the usual ones. */
export const writePolicy = (changes: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  "content-security-policy": Object.entries({ ...base, ...changes })
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; "),
});

/** Chromium's own words about v1's style element and style attributes, which the policy has stopped. */
export const blockedStyle = /^error: (Refused to apply|Applying) (an )?inline style/;
