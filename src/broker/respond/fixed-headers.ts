/** The headers of every response, whatever it says. */
export const fixedHeaders = {
  // A token in a shared cache would be given to whoever asks next.
  "Cache-Control": "no-store",
  Vary: "Origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
} as const;
