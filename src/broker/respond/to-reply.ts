import type { Visit } from "../visit.ts";
import type { Answer } from "./answer.ts";
import { fixedHeaders } from "./fixed-headers.ts";

/** A whole response: the answer with the headers that every response has and, for a listed origin, those that let its page read it. */
export const toReply = (
  { status, body, headers }: Answer,
  { listedOrigin, requestId, method }: Pick<Visit, "listedOrigin" | "requestId" | "method">,
): Answer => ({
  status,
  body: method === "HEAD" ? null : body,
  headers:
    listedOrigin === null
      ? { ...fixedHeaders, ...headers, "X-Request-Id": requestId }
      : {
          ...fixedHeaders,
          ...headers,
          "X-Request-Id": requestId,
          "Access-Control-Allow-Origin": listedOrigin,
          "Access-Control-Expose-Headers": "Date, Retry-After, X-Request-Id",
        },
});
