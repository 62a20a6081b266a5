import { builtIn, type Page, type Undo } from "../page.ts";

export interface DocumentWatchOptions {
  /** The attribute that makes an element a container. */
  readonly attribute: string;
  /** Something was added, or an element has got the attribute; these are the places to look in. */
  readonly onAdded: (roots: readonly (Node & ParentNode)[]) => void;
  /** A watched target was taken out of the document. */
  readonly onRemoved: () => void;
  /** The parser has reached the end of the document. */
  readonly onParsed: () => void;
}

export interface DocumentWatch {
  /** Watches the target as well, and the shadow root that it is in. */
  readonly add: (target: Element) => void;
  readonly remove: (target: Element) => void;
  /**
   * No containers are mounted: from the end of parsing on, only the way up from the targets is watched, since a busy
   * page pays for every node that is observed.
   */
  readonly ignoreContainers: () => void;
  readonly stop: Undo;
}

/** More records than this in one turn are cheaper to answer with one query of each root than node by node. */
const mostRecords = 50;

/** Watches a document for containers that are added, targets that are removed, and the end of its parsing. */
export const watchDocument = (
  { document }: Pick<Page, "document">,
  { attribute, onAdded, onRemoved, onParsed }: DocumentWatchOptions,
): DocumentWatch => {
  const targets = new Set<Element>();
  const roots = new Set<Node & ParentNode>([document]);
  let mountsContainers = true;

  const isLoading = (): boolean => builtIn(document, "readyState") === "loading";
  const seesAll = (): boolean => mountsContainers || isLoading();

  const handle = (records: readonly MutationRecord[]): void => {
    if (records.length === 0) return;
    if (seesAll()) onAdded(records.length > mostRecords ? [...roots] : findAdded(records));
    // A target may have moved, and has another way up then.
    else observeWayUp();
    if ([...targets].some((target) => !builtIn(target, "isConnected"))) onRemoved();
  };
  const observer = new MutationObserver(handle);

  const observeAll = (root: Node): void =>
    observer.observe(root, { childList: true, subtree: true, attributeFilter: [attribute] });

  const observeWayUp = (): void => {
    const records = observer.takeRecords();
    observer.disconnect();
    for (const node of findWayUp(targets)) observer.observe(node, { childList: true });
    handle(records);
  };

  const whenParsed = (): void => {
    if (!mountsContainers) observeWayUp();
    onParsed();
  };

  observeAll(document);
  if (isLoading()) builtIn(document, "addEventListener")("DOMContentLoaded", whenParsed, { once: true });
  return {
    add: (target) => {
      targets.add(target);
      const root = builtIn(target, "getRootNode")();
      if (!seesAll()) observeWayUp();
      else if (root instanceof ShadowRoot && !roots.has(root)) {
        roots.add(root);
        observeAll(root);
      }
    },
    remove: (target) => void targets.delete(target),
    ignoreContainers: () => {
      if (!mountsContainers) return;
      mountsContainers = false;
      if (!isLoading()) observeWayUp();
    },
    stop: () => {
      observer.disconnect();
      builtIn(document, "removeEventListener")("DOMContentLoaded", whenParsed);
    },
  };
};

const findAdded = (records: readonly MutationRecord[]): readonly (Node & ParentNode)[] => {
  const found: (Node & ParentNode)[] = [];
  for (const { type, target, addedNodes } of records)
    for (const node of type === "attributes" ? [target] : addedNodes)
      if (node instanceof Element) found.push(node);
  return found;
};

/** Every node that can take one of the targets out of the document by losing a child. */
const findWayUp = (targets: Iterable<Element>): ReadonlySet<Node> => {
  const nodes = new Set<Node>();
  for (const target of targets)
    for (let node = findParent(target); node; node = findParent(node)) nodes.add(node);
  return nodes;
};

const findParent = (node: Node): Node | null =>
  builtIn(node, "parentNode") ?? (node instanceof ShadowRoot ? node.host : null);
