import type { Visit } from "../visit.ts";
import type { Answer } from "./answer.ts";
import { fixedHeaders } from "./fixed-headers.ts";

/** The response: the answer with the headers that every response has and, for a listed origin, those that let its page read it. */
export const toResponse = (
  answer: Answer,
  visit: Pick<Visit, "listedOrigin" | "requestId" | "method">,
): Response =>
  // One plain object, once: @hono/node-server writes it straight to the socket.
  new Response(visit.method === "HEAD" ? null : answer.body, {
    status: answer.status,
    headers: toHeaders(answer, visit),
  });

const toHeaders = (
  answer: Answer,
  { listedOrigin, requestId }: Pick<Visit, "listedOrigin" | "requestId">,
): Record<string, string> => {
  const headers = { ...fixedHeaders, ...answer.headers, "X-Request-Id": requestId };
  return listedOrigin === null
    ? headers
    : {
        ...headers,
        "Access-Control-Allow-Origin": listedOrigin,
        "Access-Control-Expose-Headers": "Date, Retry-After, X-Request-Id",
      };
};
