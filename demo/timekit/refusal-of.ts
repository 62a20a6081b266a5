import { failed } from "./answers.ts";
import type { Caller } from "./authenticate.ts";
import type { Answer } from "./call.ts";
import type { Spent } from "./rate-limits.ts";

/** What an endpoint asks for: something that a key opens. `widget` is what both versions of Booking.js ask for. */
export type Access = "public" | "client-token" | "widget-key" | "widget" | "server-token" | "app-key";

/** Why a caller does not get through to an endpoint; undefined if it does. */
export const refusalOf = (
  access: Access,
  { caller, spent }: { caller: Caller; spent: Spent | undefined },
): Answer | undefined => {
  if (spent?.verdict === 503) return failed(503, "Rate limit exceeded");
  if (spent?.verdict === 429) return failed(429, "Daily limit of this test app exceeded");
  const held = powerOf(caller);
  if (opened[held].includes(access)) return undefined;
  return held === "nothing"
    ? failed(401, "Invalid credentials supplied")
    : failed(403, "These credentials do not open this endpoint");
};

type Power = "nothing" | "client-token" | "widget-key" | "server-token" | "app-key";

const opened: Readonly<Record<Power, readonly Access[]>> = {
  nothing: ["public"],
  "client-token": ["public", "client-token", "widget"],
  "widget-key": ["public", "widget-key", "widget"],
  "server-token": ["public", "client-token", "widget-key", "widget", "server-token"],
  "app-key": ["public", "client-token", "widget-key", "widget", "server-token", "app-key"],
};

const powerOf = (caller: Caller): Power => {
  switch (caller.kind) {
    case "anonymous":
    case "refused":
      return "nothing";
    case "app":
      return "app-key";
    case "widget":
      return "widget-key";
    case "resource":
      return caller.power;
  }
};
