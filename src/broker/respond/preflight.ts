import type { Answer } from "./answer.ts";

/** The answer to a preflight from a listed origin. Our loader's request needs none; other clients' may. */
export const preflightAnswer: Answer = {
  status: 204,
  body: null,
  headers: {
    Allow: "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Max-Age": "600",
  },
};
