/** No configuration is deeper; what contains itself is refused by the loader, by name. */
const deepest = 20;

/** Whether two values of a prop ask for the same calendar. Functions are alike: the last one is called. */
export const isAlike = (one: unknown, other: unknown, depth = 0): boolean => {
  if (Object.is(one, other) || (typeof one === "function" && typeof other === "function")) return true;
  if (!isTree(one) || !isTree(other) || Array.isArray(one) !== Array.isArray(other) || depth > deepest)
    return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isAlike(one[key], other[key], depth + 1))
  );
};

/** The configuration with functions that call those of the latest one, which a render may have replaced. */
export const forwardFunctions = <Config extends object>(config: Config, getLatest: () => unknown): Config => {
  const forward = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === "function")
      return function call(this: unknown, ...values: readonly unknown[]): unknown {
        const latest = path.reduce<unknown>(
          (tree, key) => (isTree(tree) ? tree[key] : undefined),
          getLatest(),
        );
        return Reflect.apply(typeof latest === "function" ? latest : value, this, values);
      };
    if (!isTree(value) || path.length > deepest) return value;
    if (Array.isArray(value)) return value.map((item, index) => forward(item, [...path, String(index)]));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, forward(item, [...path, key])]),
    );
  };
  // Each key is there again, with a value of its kind.
  return forward(config, []) as Config;
};

/** An array or an object literal; elements, dates and instances of classes are compared and passed on as they are. */
const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Array.isArray(value) ||
  (typeof value === "object" &&
    value !== null &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null));
