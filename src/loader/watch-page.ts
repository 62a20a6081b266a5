import type { Undo } from "./page.ts";

export interface TreeReports {
  readonly onAdded: (element: Element) => void;
  /** Something has left; by the next task it may be back elsewhere. */
  readonly onRemoved: () => void;
}

/** Watches the tree of a document or shadow root; returns the function that adds another root. */
export const watchTree = ({ onAdded, onRemoved }: TreeReports): ((root: Node) => void) => {
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) onAdded(node);
    if (records.some(({ removedNodes }) => removedNodes.length > 0)) setTimeout(onRemoved);
  });
  return (root) => observer.observe(root, { childList: true, subtree: true });
};

/** Calls back after each turn in which the document has grown, the last time when it is parsed. */
export const whileParsing = (document: Document, look: () => void): Undo => {
  if (document.readyState !== "loading") return () => undefined;
  const observer = new MutationObserver(look);
  const stop: Undo = () => {
    observer.disconnect();
    document.removeEventListener("DOMContentLoaded", finish);
  };
  const finish = (): void => {
    stop();
    look();
  };
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", finish);
  return stop;
};

/** Calls back once when the element is in the viewport or within 200 px of it. */
export const whenNear = (element: Element, onNear: () => void): Undo => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      onNear();
    },
    { rootMargin: "200px" },
  );
  observer.observe(element);
  return () => observer.disconnect();
};
