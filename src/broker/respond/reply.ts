import { type Problem, problemMediaType } from "../../contract/problem.ts";
import type { Refusal } from "../refusal.ts";
import type { RequestContext } from "../request-context.ts";
import { problemCatalogue } from "./problem-catalogue.ts";

/** What a request is answered with, before the headers that every response has. */
export interface HttpReply {
  readonly status: number;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export const toJsonReply = (status: number, value: unknown): HttpReply => ({
  status,
  body: JSON.stringify(value),
  headers: { "Content-Type": "application/json" },
});

/** A refusal as `application/problem+json` (RFC 9457). */
export const toProblemReply = (refusal: Refusal, requestId: string): HttpReply => {
  const { status, title, detail } = problemCatalogue[refusal.code];
  const problem: Problem = { title, status, detail, code: refusal.code, request_id: requestId };
  return {
    status,
    body: JSON.stringify(problem),
    headers: { "Content-Type": problemMediaType, ...toAllow(refusal), ...toRetryAfter(refusal) },
  };
};

const toAllow = ({ allow }: Refusal): Record<string, string> => (allow === undefined ? {} : { Allow: allow });

// Long enough to keep a crowd away, short enough that nobody gives up because of a mistaken header.
const longestRetryAfterSeconds = 3600;

const toRetryAfter = ({ code, retryAfterMs }: Refusal): Record<string, string> => {
  if (code !== "rate-limited" && code !== "upstream-busy") return {};
  const seconds = Math.ceil((retryAfterMs ?? 1000) / 1000);
  return { "Retry-After": String(Math.min(Math.max(seconds, 1), longestRetryAfterSeconds)) };
};

/** A whole response: the answer with the headers that every response has and, for a listed origin, those that let its page read it. */
export const toReply = (
  { status, body, headers }: HttpReply,
  { listedOrigin, requestId, method }: Pick<RequestContext, "listedOrigin" | "requestId" | "method">,
): HttpReply => ({
  status,
  body: method === "HEAD" ? null : body,
  // For names with hyphens V8 spreads fifty times slower than it assigns: 7 µs, as long as all the rest of a warm answer.
  headers: Object.assign(toOwnHeaders(requestId, listedOrigin), fixedHeaders, headers),
});

const toOwnHeaders = (requestId: string, listedOrigin: string | null): Record<string, string> =>
  listedOrigin === null
    ? { "X-Request-Id": requestId }
    : {
        "X-Request-Id": requestId,
        "Access-Control-Allow-Origin": listedOrigin,
        "Access-Control-Expose-Headers": "Date, Retry-After, X-Request-Id",
      };

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

/** A reply as the platforms with `fetch` take it. */
export const toResponse = ({ status, body, headers }: HttpReply): Response =>
  new Response(body, { status, headers });

/** The answer to a preflight from a listed origin. Our loader's request needs none; other clients' may. */
export const preflightReply: HttpReply = {
  status: 204,
  body: null,
  headers: {
    Allow: "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Max-Age": "600",
  },
};
