import { ConnectionReset } from "./connection-reset.ts";
import type { EndpointName } from "./routes.ts";

export interface Failure {
  readonly at: EndpointName | "any";
  readonly as: FailureName;
  /** How long `slow` waits before the ordinary answer; 3000 without it. */
  readonly ms?: number;
  /** How many requests fail; all of them without it. */
  readonly times?: number;
}

/** The ways in which an endpoint can be told to fail. */
export type FailureName = keyof typeof ways;

/** Whether a text names a way to fail. */
export const isFailureName = (text: string): text is FailureName => Object.hasOwn(ways, text);

/** A response that replaces the ordinary one, or word that the ordinary one is to be given now. */
export type Outcome = Response | "proceed";

/** Carries a failure out; rejects with `ConnectionReset`, or with the signal's reason when the caller gives up first. */
export const carryOut = async (failure: Failure, signal: AbortSignal): Promise<Outcome> =>
  ways[failure.as](failure, signal);

const defaultSlowMs = 3000;

const text = (status: number, { type, body }: { type: string; body: string }): Response =>
  new Response(body, { status, headers: { "content-type": type } });

const json = (status: number, body: unknown): Response =>
  text(status, { type: "application/json", body: JSON.stringify(body) });

const ways = {
  unauthorized: () => text(401, { type: "text/plain", body: "Invalid credentials supplied" }),
  "server-error": () => json(500, { error: "Whoops, looks like something went wrong." }),
  "rate-limited": () => json(503, { error: "Rate limit exceeded" }),
  "daily-limit": () => json(429, { error: "Daily limit of this test app exceeded" }),
  html: () => text(200, { type: "text/html", body: "<!doctype html><title>Maintenance</title>" }),
  "html-in-error": () => json(422, { errors: { event: [`<img src=x onerror="document.title='it ran'">`] } }),
  redirect: () => new Response(null, { status: 302, headers: { location: "/v2/somewhere-else" } }),
  empty: () => text(200, { type: "application/json", body: "" }),
  reset: () => Promise.reject(new ConnectionReset()),
  slow: (failure: Failure, signal: AbortSignal) => proceedAfter(failure.ms ?? defaultSlowMs, signal),
  hang: (_: Failure, signal: AbortSignal) => proceedAfter(Infinity, signal),
} satisfies Record<string, (failure: Failure, signal: AbortSignal) => Outcome | Promise<Outcome>>;

const proceedAfter = (ms: number, signal: AbortSignal): Promise<"proceed"> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error("The caller gave up."));
    };
    const proceed = (): void => {
      signal.removeEventListener("abort", giveUp);
      resolve("proceed");
    };
    const timer = ms === Infinity ? undefined : setTimeout(proceed, ms);
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
