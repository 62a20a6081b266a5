import type { Callable } from "../migration.ts";
import { attempt } from "./attempt.ts";
import { writtenAs } from "./code.ts";
import type { Branch, Entry, Found } from "./found.ts";

/**
 * Reads any value once, whatever it does: loops, getters and proxies that throw, and values that cannot be
 * written down end as `unreadable` with the reason. Never throws.
 */
export const readValue = (value: unknown): Found => {
  let left = limits.values;

  const read = (value: unknown, above: readonly object[]): Found => {
    left -= 1;
    if (left < 0) return unreadable("the configuration is too large");
    switch (typeof value) {
      case "string":
        return { kind: "text", value };
      case "number":
        return Number.isFinite(value) ? { kind: "number", value } : unreadable("it is not a finite number");
      case "boolean":
        return { kind: "flag", value };
      case "function":
        return readFunction(value as Callable);
      case "undefined":
        return { kind: "undefined" };
      case "bigint":
      case "symbol":
        return unreadable(`a ${typeof value} cannot be part of a configuration`);
      case "object":
        return value === null ? { kind: "null" } : readObject(value, above);
    }
  };

  const readObject = (value: object, above: readonly object[]): Found => {
    if (above.includes(value)) return unreadable("it contains itself");
    if (above.length >= limits.depth) return unreadable("it is nested too deeply");
    const isRoot = above.length === 0;
    const container = attempt(() => containerOf(value, isRoot));
    if (!container.worked) return unreadable("it throws when it is read");
    if (container.value === undefined) return readForeign(value);
    const { kind } = container.value;
    const entries: Entry[] = [];
    for (const key of container.value.keys) {
      if (left <= 0) return unreadable("the configuration is too large");
      const child = attempt((): unknown => Reflect.get(value, key));
      const found = child.worked
        ? read(child.value, [...above, value])
        : unreadable("it throws when it is read");
      entries.push({ key, found });
    }
    return { kind, entries, hidesKeys: false };
  };

  return read(value, []);
};

const readFunction = (value: Callable): Found => {
  const written = writtenAs(value);
  return written === undefined || written.kind === "function"
    ? { kind: "function", value }
    : { kind: "code", value, source: written.source };
};

// Far beyond any configuration that works, near enough to stay quick: an object that is shared again and
// again can unfold into billions of values.
const limits = { depth: 40, values: 50_000 } as const;

const containerOf = (
  value: object,
  isRoot: boolean,
): { kind: Branch["kind"]; keys: readonly string[] } | undefined => {
  if (Array.isArray(value)) return { kind: "list", keys: keysOf(value).filter(isIndex) };
  if (isRoot) return { kind: "object", keys: keysOf(value) };
  return isPlain(value) ? { kind: "object", keys: Object.keys(value) } : undefined;
};

const isIndex = (key: string): boolean => /^(?:0|[1-9]\d*)$/.test(key);

// The prototype's own prototype is looked at, not `Object.prototype`: objects of frames are plain too.
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const readForeign = (value: object): Found => {
  const iso = attempt(() => new Date(Date.prototype.getTime.call(value)).toISOString());
  if (iso.worked) return { kind: "date", value: iso.value };
  return unreadable("it is an object of a class, not plain data");
};

const unreadable = (why: string): Found => ({ kind: "unreadable", why });

/**
 * The keys that v1 saw in its options: own and inherited enumerable ones, since jQuery's `extend` uses `for … in`.
 * Prototypes are followed a few steps only, as a proxy can make the chain endless.
 */
export const keysOf = (value: object): readonly string[] => {
  const keys = new Set<string>();
  let holder: unknown = value;
  for (let step = 0; step < longestChain && isObject(holder); step += 1) {
    const next: unknown = Object.getPrototypeOf(holder);
    const isBuiltIn = step > 0 && next === null;
    if (!isBuiltIn) for (const key of Object.keys(holder)) keys.add(key);
    holder = next;
  }
  return [...keys];
};

const longestChain = 8;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
