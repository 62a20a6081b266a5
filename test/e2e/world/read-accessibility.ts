import type { Page } from "playwright-core";

/** One node of the tree that the browser hands to screen readers. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly children: readonly AccessibleNode[];
}

/** The accessibility tree as Chromium itself has computed it, ignored nodes left out. */
export const readAccessibility = async (page: Page): Promise<readonly AccessibleNode[]> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): readonly AccessibleNode[] => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const children = (node.childIds ?? []).flatMap(read);
    if (node.ignored) return children;
    return [{ role: String(node.role?.value), name: String(node.name?.value ?? ""), children }];
  };
  return nodes.filter(({ parentId }) => parentId === undefined).flatMap(({ nodeId }) => read(nodeId));
};

/** Every node of the tree, parents first. */
export const flatten = (nodes: readonly AccessibleNode[]): readonly AccessibleNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);
