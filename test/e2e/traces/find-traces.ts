import type { Heard, Visit } from "../world/open-visit.ts";
import { walkProperties } from "./walk-properties.ts";

/** A secret that stands somewhere. */
export interface Trace {
  readonly secret: string;
  /** Where, in words; as `localStorage` or `window.TimekitEmbed.embeds.0.note`. */
  readonly place: string;
}

/** What was found in a page: the text that matched, and where. */
export type Finding = readonly [match: string, place: string];

/**
 * Looks for secrets in all that a page, its scripts or an extension could look at: the DOM with its shadow roots
 * and frames, storage, cookies, console, events, errors, history, performance entries, every value that can be
 * reached from `window`, and the page's requests. They are also found in base64, as `Authorization` has them.
 */
export const findTraces = async (visit: Visit, secrets: readonly string[]): Promise<readonly Trace[]> => {
  const owners = new Map(secrets.flatMap((secret) => formsOf(secret).map((form) => [form, secret] as const)));
  const pattern = [...owners.keys()].map((form) => form.replaceAll("+", "\\+")).join("|");
  const findings = [
    ...(await readOutside(visit, pattern)),
    ...(await visit.page.evaluate(readTrees, pattern)),
    ...(await visit.page.evaluate(readStores, pattern)),
    ...(await visit.page.evaluate(walkProperties, pattern)),
  ];
  return findings.map(([match, place]) => ({ secret: owners.get(match) ?? match, place }));
};

const readOutside = async (visit: Visit, pattern: string): Promise<readonly Finding[]> => {
  const { context, requests, printed, pageErrors } = visit;
  const said: Readonly<Record<string, readonly unknown[]>> = {
    console: printed,
    "page error": pageErrors.map(({ message, stack }) => [message, stack]),
    request: requests.map((request) => [request.url(), request.headers(), request.postData()]),
    "cookie jar": await context.cookies(),
    "stored state": [await context.storageState({ indexedDB: true })],
  };
  return Object.entries(said).flatMap(([place, entries]) =>
    [...JSON.stringify(entries).matchAll(new RegExp(pattern, "g"))].map(([match]): Finding => [match, place]),
  );
};

/** A text as it is, and the three ways in which it can stand inside of something that was put into base64. */
const formsOf = (text: string): readonly string[] => [
  text,
  ...[0, 1, 2].map((offset) =>
    // The first and the last characters also depend on what stands beside the text.
    Buffer.from("x".repeat(offset) + text)
      .toString("base64")
      .replace(/=+$/, "")
      .slice(offset === 0 ? 0 : offset + 1, -2),
  ),
];

/** Runs in the page: finds a pattern in its stores, lists and names. */
const readStores = (pattern: string): readonly Finding[] => {
  const listed: Readonly<Record<string, readonly unknown[]>> = {
    localStorage: Object.entries(localStorage),
    sessionStorage: Object.entries(sessionStorage),
    cookie: [document.cookie],
    address: [location.href, document.referrer, document.title, window.name],
    "history state": [history.state],
    // Not typed everywhere yet; Chromium has it.
    history: (Reflect.get(window, "navigation") as { entries(): readonly { url: string }[] })
      .entries()
      .map(({ url }) => url),
    performance: performance.getEntries(),
  };
  return Object.entries(listed).flatMap(([place, entries]) =>
    [...JSON.stringify(entries).matchAll(new RegExp(pattern, "g"))].map(([match]): Finding => [match, place]),
  );
};

/** Runs in the page: finds a pattern in its trees; shadow roots, frames and style sheets included. */
const readTrees = (pattern: string): readonly Finding[] => {
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
