import { Refusal } from "./refusal.ts";
import type { Visit } from "./visit.ts";

/** Throws a `Refusal` unless the visit's method is one of these. */
export const checkMethod = (visit: Visit, methods: readonly string[]): void => {
  const { method } = visit;
  if (!methods.includes(method))
    throw new Refusal("method-not-allowed", "bad-method", { allow: methods.join(", ") });
  visit.note({ method });
};
