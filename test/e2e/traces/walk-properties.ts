import type { Heard } from "../world/open-visit.ts";
import type { Finding } from "./find-traces.ts";

/**
 * Runs in the page: finds a pattern in what can be reached from `window`, from what was heard and from the nodes
 * of all trees, by own and inherited properties, collections and settled promises.
 */
export const walkProperties = async (pattern: string): Promise<readonly Finding[]> => {
  const depthLimit = 8;
  const findings: Finding[] = [];
  const wanted = new RegExp(pattern, "g");
  const seen = new Set<unknown>();
  const queue: { value: object; place: string; depth: number }[] = [];

  const look = (text: string, place: string): void => {
    for (const [match] of text.matchAll(wanted)) findings.push([match, place]);
  };
  const meet = (value: unknown, place: string, depth: number): void => {
    if (typeof value === "string") look(value, place);
    const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
    if (!isObject || depth > depthLimit || seen.has(value)) return;
    seen.add(value);
    queue.push({ value, place, depth });
  };

  // The object itself, then its prototypes as far as they are not everybody's; what a node's getters say is in the
  // trees, and a prototype's own getters have no object to speak of.
  const holdersOf = (value: object): readonly object[] => {
    const isPrototype = Object.hasOwn(value, "constructor");
    if (value instanceof Node || typeof value === "function" || isPrototype) return [value];
    const holders: object[] = [];
    for (let holder: unknown = value; holder instanceof Object; holder = Object.getPrototypeOf(holder)) {
      holders.push(holder);
    }
    return holders.length > 0 ? holders : [value];
  };

  const readProperty = (value: object, holder: object, key: string | symbol): unknown => {
    try {
      return Reflect.get(holder, key, value);
    } catch {
      // A getter that wants another object.
      return undefined;
    }
  };

  const readItems = async (value: object): Promise<readonly unknown[]> => {
    if (value instanceof Map || value instanceof Headers || value instanceof URLSearchParams)
      return [...value];
    if (value instanceof Set) return [...value];
    if (ArrayBuffer.isView(value)) return [new TextDecoder().decode(value)];
    if (value instanceof ArrayBuffer) return [new TextDecoder().decode(value)];
    if (!(value instanceof Promise)) return [];
    const soon = new Promise((resolve) => setTimeout(resolve));
    return [await Promise.race([value.catch((error: unknown) => error), soon])];
  };

  const { events, printed, matched, roots } = Reflect.get(window, "heard") as Heard;
  meet(events, "events", 0);
  meet(printed, "printed", 0);
  meet(matched, "matched", 0);
  for (const root of [document, ...roots]) {
    meet(root, "node", 2);
    for (const node of root.querySelectorAll("*")) meet(node, `node ${node.nodeName}`, 2);
  }
  meet(window, "window", 0);

  // Grows while it is read.
  for (const { value, place, depth } of queue) {
    for (const holder of holdersOf(value)) {
      for (const key of Reflect.ownKeys(holder)) {
        const name = typeof key === "symbol" ? (key.description ?? "") : key;
        look(name, `${place} (name)`);
        meet(readProperty(value, holder, key), `${place}.${name}`, depth + 1);
      }
    }
    for (const item of await readItems(value)) meet(item, `${place}[item]`, depth + 1);
  }
  return findings;
};
