/** Whether it is an object of options. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Sets a key. One called `__proto__` must become a plain key, for the migration to see and refuse. */
export const define = (target: object, key: string, value: unknown): void =>
  void Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });

/** Writes a value below the target, making the objects on the way. */
export const writeAt = (target: unknown, [key, ...rest]: readonly string[], value: unknown): void => {
  if (key === undefined || !isObject(target)) return;
  if (rest.length === 0) return define(target, key, value);
  const inner = Object.hasOwn(target, key) ? target[key] : undefined;
  // A part that only a run of the page tells stays what it is.
  if (typeof inner === "function") return;
  const next = isObject(inner) ? inner : {};
  define(target, key, next);
  writeAt(next, rest, value);
};

/** Copies the keys of another object into the target; a deep copy merges objects of the same key. */
export const mergeInto = (target: Record<string, unknown>, part: unknown, isDeep: boolean): void => {
  if (!isObject(part)) return;
  for (const [key, value] of Object.entries(part)) {
    const present = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isDeep && isObject(present) && isObject(value)) mergeInto(present, value, isDeep);
    else define(target, key, value);
  }
};
