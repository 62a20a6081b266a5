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
