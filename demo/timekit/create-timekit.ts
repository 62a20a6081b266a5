import { failed } from "./answers.ts";
import { authenticate } from "./authenticate.ts";
import { createBookingBook } from "./booking-book.ts";
import { createFailurePlan } from "./failure-plan.ts";
import { carryOut, type Failure } from "./failures.ts";
import { matchRoute } from "./match-route.ts";
import { refusalOf } from "./refusal-of.ts";
import { createRateLimits, type Limits, publishedLimits } from "./rate-limits.ts";
import { createRecording, type RecordedRequest } from "./recording.ts";
import { preflight, toResponse, withHeaders } from "./respond.ts";
import { createWorld } from "./world.ts";
import type { World } from "./world-types.ts";

export interface TimekitOptions {
  /** Milliseconds since 1970; slots and expiry are seen from there. */
  readonly now?: () => number;
  /** The default world as of `now()` without it. */
  readonly world?: World;
  readonly limits?: Partial<Limits>;
}

export interface Timekit {
  readonly world: World;
  /** Everything that arrived, oldest first, preflights included. */
  readonly requests: readonly RecordedRequest[];
  /** Answers as Timekit would; rejects with `ConnectionReset` or the signal's reason where a failure says so. */
  fetch(request: Request): Promise<Response>;
  /** Makes an endpoint fail from now on; what is returned ends that. */
  fail(failure: Failure): () => void;
  /** Forgets requests, failures, bookings and spent limits. */
  reset(): void;
}

/** A Timekit that lives in memory: a pure fetch handler that runs in any JavaScript engine. */
export const createTimekit = (options: TimekitOptions = {}): Timekit => {
  const now = options.now ?? Date.now;
  const world = options.world ?? createWorld({ nowMs: now() });
  const recording = createRecording();
  const failures = createFailurePlan();
  const limits = createRateLimits({ ...publishedLimits, ...options.limits });
  const book = createBookingBook();

  const answer = async (request: Request, body: unknown): Promise<Answered> => {
    if (request.method === "OPTIONS") return { response: preflight() };
    const url = new URL(request.url);
    const match = matchRoute(request.method, url.pathname);
    if (match.kind === "nowhere") return refuse(404, "Endpoint does not exist");
    if (match.kind === "wrong-method") return refuse(405, "Method not allowed");

    const failure = failures.next(match.route.name);
    const outcome = failure === undefined ? "proceed" : await carryOut(failure, request.signal);
    if (outcome !== "proceed") return { response: outcome };

    const nowMs = now();
    const caller = authenticate({ world, headers: request.headers, nowMs });
    const app = "app" in caller ? caller.app : undefined;
    const spent = app && limits.spend(app, nowMs);
    const call = { params: match.params, url, headers: request.headers, body, caller, world, book, nowMs };
    const said = refusalOf(match.route.access, { caller, spent }) ?? match.route.endpoint(call);
    return {
      response: toResponse(said),
      isTest: app?.isTest === true,
      ...(spent && { remaining: spent.remaining }),
    };
  };

  return {
    world,
    requests: recording.requests,
    fail: failures.add,
    fetch: async (request) => {
      const body = await readBody(request);
      const finish = recording.add(request, body);
      const requestId = `simulated-${recording.requests.length}`;
      const { response, ...facts } = await answer(request, body);
      finish(response.status);
      return withHeaders(response, {
        ...facts,
        requestId,
        origin: request.headers.get("origin"),
        nowMs: now(),
      });
    },
    reset: () => {
      for (const part of [recording, failures, limits, book]) part.clear();
    },
  };
};

interface Answered {
  readonly response: Response;
  readonly isTest?: boolean;
  readonly remaining?: number;
}

const refuse = (status: number, error: string): Answered => ({ response: toResponse(failed(status, error)) });

const readBody = async (request: Request): Promise<unknown> => {
  const text = await request.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Kept as it came: an endpoint finds no fields in it and answers 422.
    return text;
  }
};
