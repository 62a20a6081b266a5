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
 * Every script element that is ours: its `src` path ends in the bundle's file name, or it names a resource.
 * `text/plain` waits for the visitor's consent and is left alone.
 */
export const findTags = (document: Document): readonly HTMLScriptElement[] =>
  [...document.querySelectorAll("script")].filter(
    (script) =>
      script.type !== "text/plain" &&
      (script.hasAttribute("data-resource-id") || /^([^?#]*\/)?loader\.js([?#]|$)/.test(script.src)),
  );
