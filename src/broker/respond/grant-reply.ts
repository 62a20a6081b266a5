import type { ClientToken } from "../credentials/client-token.ts";
import { type GrantParts, toGrant } from "../credentials/grant.ts";
import { type HttpReply, toJsonReply } from "./reply.ts";

/** Writes a grant as an answer, once for each token that is kept: a warm cache would do little else. */
export const createToGrantReply = (): ((parts: GrantParts) => HttpReply) => {
  // A token belongs to one resource and one lookup, and goes when they go.
  const written = new WeakMap<ClientToken, HttpReply>();
  return (parts) => {
    const known = written.get(parts.token);
    if (known) return known;
    const answer = toJsonReply(200, toGrant(parts));
    written.set(parts.token, answer);
    return answer;
  };
};
