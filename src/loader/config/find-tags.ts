import { builtIn } from "../built-in.ts";

/** The script that runs, or one that was looked for. */
export type FoundBy = "currentScript" | "search";

/**
 * The script element that is running now. Asked of the prototype's getter, since `<img name=currentScript>`
 * hides the document's own property. Null in modules, eval, callbacks and shadow trees.
 */
export const findCurrentTag = (document: Document): HTMLScriptElement | null => {
  const getter = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript")?.get;
  const tag: unknown = getter?.call(document);
  return tag instanceof HTMLScriptElement ? tag : null;
};

/**
 * Every script element that is ours, also in open shadow trees: its `src` path ends in the bundle's file name, or it
 * names a resource. `text/plain` waits for the visitor's consent and is left alone.
 */
export const findTags = (root: Node & ParentNode): readonly HTMLScriptElement[] =>
  [...builtIn(root, "querySelectorAll")("*")].flatMap((element) =>
    element instanceof HTMLScriptElement
      ? element.type !== "text/plain" &&
        (element.hasAttribute("data-resource-id") || /^([^?#]*\/)?loader\.js([?#]|$)/.test(element.src))
        ? element
        : []
      : findTagsInShadow(element),
  );

const findTagsInShadow = (host: Element): readonly HTMLScriptElement[] => {
  const root = builtIn(host, "shadowRoot");
  return root ? findTags(root) : [];
};
