/** How long a `Retry-After` header asks to wait, in milliseconds from now; 0 where it says nothing usable. */
export const readRetryAfterMs = (header: string | null, nowMs: number): number => {
  if (!header) return 0;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1000;
  return waitMs > 0 ? waitMs : 0;
};
