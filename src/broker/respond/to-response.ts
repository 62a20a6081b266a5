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
    headers: {
      ...fixedHeaders,
      "X-Request-Id": visit.requestId,
      ...answer.headers,
      ...(visit.listedOrigin !== null && {
        "Access-Control-Allow-Origin": visit.listedOrigin,
        "Access-Control-Expose-Headers": "Date, Retry-After, X-Request-Id",
      }),
    },
  });
