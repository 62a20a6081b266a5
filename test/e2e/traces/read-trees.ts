import type { Heard } from "../world/watch-page.ts";
import type { Finding } from "./find-traces.ts";

/** Runs in the page: finds a pattern in its trees; shadow roots, frames and style sheets included. */
export const readTrees = (pattern: string): readonly Finding[] => {
  const findings: Finding[] = [];
  const wanted = new RegExp(pattern, "g");
  const look = (text: string | null, place: string): void => {
    for (const [match] of text?.matchAll(wanted) ?? []) findings.push([match, place]);
  };

  const readElement = (element: Element, place: string): void => {
    for (const { name, value } of element.attributes) look(`${name}=${value}`, `${place} attribute ${name}`);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      look(element.value, `${place} value`);
    }
    if (element instanceof HTMLTemplateElement) readTree(element.content, `${place} content`);
    if (element instanceof HTMLIFrameElement && element.contentDocument) {
      readTree(element.contentDocument, `${place} document`);
    }
  };

  const readTree = (root: Document | DocumentFragment, place: string): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
      look(node.nodeValue, `${place} ${node.nodeName}`);
      if (node instanceof Element) readElement(node, `${place} ${node.nodeName}`);
    }
    if (!("adoptedStyleSheets" in root)) return;
    for (const sheet of [...root.adoptedStyleSheets, ...root.styleSheets]) {
      for (const rule of sheet.cssRules) look(rule.cssText, `${place} style sheet`);
    }
  };

  readTree(document, "document");
  // Also the closed ones, and those whose element is not in the document.
  for (const root of (Reflect.get(window, "heard") as Heard).roots) readTree(root, "shadow root");
  return findings;
};
