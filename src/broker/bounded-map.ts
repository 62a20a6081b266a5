/** A map that forgets what was written longest ago when it would grow beyond its limit. */
export interface BoundedMap<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
  readonly size: () => number;
}

export const createBoundedMap = <Value>(limit: number): BoundedMap<Value> => {
  const entries = new Map<string, Value>();
  let youngest: string | undefined;
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      // A map keeps the order of insertion, so a key must leave to become the youngest, unless it is that already: V8
      // rebuilds a map whenever about as many keys have left it as it holds, a small one every few times.
      if (key !== youngest) entries.delete(key);
      youngest = key;
      entries.set(key, value);
      if (entries.size <= limit) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
    delete: (key) => void entries.delete(key),
    size: () => entries.size,
  };
};
