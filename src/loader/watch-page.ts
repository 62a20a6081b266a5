import { builtIn } from "./built-in.ts";
import { containerAttribute } from "./config/find-containers.ts";

export interface PageReports {
  /** An element was added, or became a container. */
  readonly onElement: (element: Element) => void;
  /** After all that has changed at once. */
  readonly onChanged: () => void;
  /** In a task of its own, since what is moved is taken out first. */
  readonly onTakenOut: () => void;
  /** The document is parsed. */
  readonly onParsed: () => void;
}

/** Watches the document as long as it lives, and the shadow roots that are given to the function that it returns. */
export const watchPage = (document: Document, reports: PageReports): ((root: Node) => void) => {
  const { onElement, onChanged, onTakenOut, onParsed } = reports;
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records)
      for (const node of type === "attributes" ? [target] : addedNodes)
        if (node instanceof Element) onElement(node);
    onChanged();
    if (records.some(({ removedNodes }) => removedNodes.length)) setTimeout(onTakenOut);
  });
  const watch = (root: Node): void =>
    observer.observe(root, { childList: true, subtree: true, attributeFilter: [containerAttribute] });
  watch(document);
  if (builtIn(document, "readyState") === "loading")
    builtIn(document, "addEventListener")("DOMContentLoaded", onParsed, { once: true });
  return watch;
};
