import type { Heard } from "../e2e/world/watch-page.ts";

/** What a page has said and asked for so far. */
export interface Record {
  /** As `error: text`. */
  readonly printed: readonly string[];
  /** Messages of what nobody has caught. */
  readonly pageErrors: readonly string[];
  /** Paths of everything that was asked for, the browser's cache aside, and of scripts that the policy has stopped. */
  readonly asked: readonly string[];
}

/** Runs in a page that is watched: reads what the watch and the browser have kept. */
export const readRecord = (): Record => {
  const { events, printed } = Reflect.get(window, "heard") as Heard;
  const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
  // What was transferred from another origin, browsers do not tell.
  const isFromCache = ({ name, transferSize, decodedBodySize }: PerformanceResourceTiming): boolean =>
    new URL(name).origin === location.origin && transferSize === 0 && decodedBodySize > 0;
  // Browsers differ in whether a script that the policy stops was asked for; each attempt counts, as in Chromium.
  const stopped = events.flatMap((event) =>
    event instanceof SecurityPolicyViolationEvent && event.effectiveDirective.startsWith("script-src")
      ? event.blockedURI
      : [],
  );
  const requested = performance
    .getEntriesByType("resource")
    .filter((entry) => !(entry instanceof PerformanceResourceTiming) || !isFromCache(entry))
    .map(({ name }) => name);
  return {
    printed: printed.map(
      ([level, ...values]) =>
        `${level === "warn" ? "warning" : String(level)}: ${values.map(String).join(" ")}`,
    ),
    pageErrors: events.flatMap((event) => {
      if (event instanceof ErrorEvent) return [messageOf(event.error)];
      return event instanceof PromiseRejectionEvent ? [messageOf(event.reason)] : [];
    }),
    asked: [...requested, ...stopped].flatMap((url) => (URL.canParse(url) ? new URL(url).pathname : [])),
  };
};
