import type { Answer } from "./answer.ts";

/** A reply as the platforms with `fetch` take it. */
export const toResponse = ({ status, body, headers }: Answer): Response =>
  new Response(body, { status, headers });
