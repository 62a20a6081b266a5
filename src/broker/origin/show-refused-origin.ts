import type { Runtime } from "../runtime.ts";

/** What the log says of an origin that was refused; undefined where it has said so in the last minute. */
export type ShowRefusedOrigin = (origin: string) => string | undefined;

const minuteMs = 60_000;

// Each request can name another one; what a minute brings beyond this is in the log only as refused.
const mostOrigins = 100;

/** Shows each refused origin once a minute, so that an owner finds one that is missing on the list and strangers cannot fill the log. */
export const createShowRefusedOrigin = ({ now }: Pick<Runtime, "now">): ShowRefusedOrigin => {
  const shownAtMs = new Map<string, number>();
  return (origin) => {
    const nowMs = now();
    // A time that lies ahead means that the clock was set back.
    for (const [shown, atMs] of shownAtMs)
      if (atMs > nowMs || nowMs - atMs >= minuteMs) shownAtMs.delete(shown);
    const readable = toReadable(origin);
    if (shownAtMs.has(readable) || shownAtMs.size >= mostOrigins) return undefined;
    shownAtMs.set(readable, nowMs);
    return readable;
  };
};

// As browsers write an origin, in the characters of host names alone: nothing that a terminal or a page would act on.
const serialized = /^https?:\/\/(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/;

const toReadable = (origin: string): string => {
  // What every page without an origin sends, such as one in a sandboxed frame.
  if (origin === "null") return origin;
  return serialized.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
    ? origin
    : "unreadable";
};
