import { isPlainObject, type PlainObject } from "../loader/plain-object.ts";
import type { ConfigLayer } from "../loader/vendor.ts";

/**
 * The v1 options of the owner's layers as v1 gets them, the strongest last: what a stranger has written is nothing
 * for the owner to paste. The page's objects stay as they are. Where
 * objects contain themselves the stronger one is taken as it is, so that there is an end.
 */
export const mergeLayers = (layers: readonly ConfigLayer[]): PlainObject =>
  layers.reduce<PlainObject>(
    (weaker, { config, isTrusted }) => (isTrusted ? merge(weaker, config, []) : weaker),
    {},
  );

const merge = (weaker: PlainObject, stronger: PlainObject, above: readonly PlainObject[]): PlainObject => {
  if (above.includes(stronger)) return stronger;
  const inside = [...above, stronger];
  // Made from entries, a key `__proto__` is one like any other.
  const merged = new Map(Object.entries(weaker));
  for (const [key, value] of Object.entries(stronger)) {
    const existing = merged.get(key);
    merged.set(key, isPlainObject(existing) && isPlainObject(value) ? merge(existing, value, inside) : value);
  }
  return Object.fromEntries(merged);
};
