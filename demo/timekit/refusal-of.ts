import { failed } from "./answers.ts";
import type { Caller } from "./authenticate.ts";
import type { Answer } from "./call.ts";
import type { Spent } from "./rate-limits.ts";

/** What an endpoint asks of its caller, from nothing to an app's key; each opens what stands before it, too. */
export type Access = (typeof accessLevels)[number];

const accessLevels = ["public", "client-token", "server-token", "app-key"] as const;

/** Why a caller does not get through to an endpoint; undefined if it does. */
export const refusalOf = (
  access: Access,
  { caller, spent }: { caller: Caller; spent: Spent | undefined },
): Answer | undefined => {
  if (spent?.verdict === 503) return failed(503, "Rate limit exceeded");
  if (spent?.verdict === 429) return failed(429, "Daily limit of this test app exceeded");
  const held = powerOf(caller);
  if (accessLevels.indexOf(held) >= accessLevels.indexOf(access)) return undefined;
  return held === "public"
    ? failed(401, "Invalid credentials supplied")
    : failed(403, "These credentials do not open this endpoint");
};

const powerOf = (caller: Caller): Access => {
  if (caller.kind === "resource") return caller.power;
  return caller.kind === "app" ? "app-key" : "public";
};
