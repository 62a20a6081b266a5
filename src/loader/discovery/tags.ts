import { builtIn, type Undo } from "../page.ts";

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

export interface UnusedTagWatch {
  /** A tag without a resource id was found; only containers, `mount()` or another tag can make use of it. */
  readonly onFound: () => void;
  /** A calendar was asked for, or the page's code has come for the API. */
  readonly onUsed: () => void;
  readonly stop: Undo;
}

const patienceMs = 5000;

/** Calls back if, some time after the page's `load`, a tag without a resource id was of no use to anything. */
export const watchUnusedTag = (window: Window, onUnused: () => void): UnusedTagWatch => {
  let isAwaited = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    timer = setTimeout(onUnused, patienceMs);
  };
  const stop = (): void => {
    window.removeEventListener("load", wait);
    clearTimeout(timer);
  };
  return {
    onFound: () => {
      if (isAwaited) return;
      isAwaited = true;
      if (builtIn(window.document, "readyState") === "complete") wait();
      else window.addEventListener("load", wait, { once: true });
    },
    onUsed: () => {
      isAwaited = true;
      stop();
    },
    stop,
  };
};
