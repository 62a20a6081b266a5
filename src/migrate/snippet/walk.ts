import type { AnyNode, Node } from "acorn";

/** Every node of the tree in the order of the text, with the nodes above it, the nearest last. */
export function* walk(
  node: Node,
  above: readonly AnyNode[] = [],
): Generator<readonly [AnyNode, readonly AnyNode[]]> {
  const known = toAny(node);
  yield [known, above];
  const path = [...above, known];
  for (const child of childrenOf(known)) yield* walk(child, path);
}

const childrenOf = (node: AnyNode): readonly Node[] =>
  Object.values(node)
    .flatMap((value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

// acorn makes no other nodes than those of its own union; its `Node` is what they share.
const toAny = (node: Node): AnyNode => node as AnyNode;
