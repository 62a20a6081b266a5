import { LoaderError } from "../errors.ts";
import css from "./parts.css?inline";

export type PartName = "notice" | "status" | "widget";

/** One of the three elements in the target. */
export const createPart = (document: Document, name: PartName): HTMLElement => {
  const part = document.createElement("div");
  part.dataset["timekitPart"] = name;
  return part;
};

/**
 * One of them with a shadow root of its own and our styles in it. A constructable sheet belongs to one
 * document and is not subject to its `style-src`.
 */
export const createShadowPart = (document: Document, name: PartName, sheet: CSSStyleSheet): ShadowPart => {
  const element = createPart(document, name);
  const root = element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  return { element, root };
};

export interface ShadowPart {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/**
 * The styles of notice and status; one sheet serves all embeds of a document.
 * @throws LoaderError `browser/unsupported`
 */
export const createPartsSheet = (window: Window & typeof globalThis): CSSStyleSheet => {
  try {
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  } catch {
    // Firefox before 101, Safari before 16.4.
    throw new LoaderError("browser/unsupported", { subject: "constructable style sheets" });
  }
};
