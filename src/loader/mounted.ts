import { builtIn } from "./built-in.ts";
import type { Options } from "./config/options.ts";
import type { Embed } from "./embed.ts";
import type { EmbedHandle } from "./shared.ts";

/** The embeds that are mounted now, oldest first. */
export interface Mounted {
  readonly handles: Set<EmbedHandle>;
  /** The embed in this element, if there is one. */
  readonly find: (target: Element) => EmbedHandle | undefined;
  /** The same for what a new embed names as its target; one that somebody else has emptied has none any more. */
  readonly findPresent: (target: Options["target"]) => Embed | undefined;
  /** Lets each look for the target that it still lacks. */
  readonly look: () => void;
  /** Destroys an embed that the page has removed: should its target come back, it is mounted anew. */
  readonly drop: (handle: EmbedHandle) => void;
  /** Destroys those whose targets have left the document. */
  readonly sweep: () => void;
}

/** Knows the embeds of a page; elements that are claimed are not mounted by themselves. */
export const createMounted = (document: Document, claimed: WeakSet<Element>): Mounted => {
  const handles = new Set<EmbedHandle>();

  const find: Mounted["find"] = (target) => {
    for (const handle of handles) if (handle.embed.target === target) return handle;
    return undefined;
  };

  const drop: Mounted["drop"] = ({ embed }) => {
    if (embed.target) claimed.delete(embed.target);
    embed.destroy();
  };

  return {
    handles,
    find,
    findPresent: (target) => {
      try {
        const element = typeof target === "string" ? builtIn(document, "querySelector")(target) : target;
        const handle = element ? find(element) : undefined;
        if (!handle?.isLost()) return handle?.embed;
        drop(handle);
      } catch {
        // A bad selector is named when the target is looked for.
      }
      return undefined;
    },
    look: () => {
      for (const { look } of handles) look();
    },
    drop,
    sweep: () => {
      for (const handle of handles) {
        const { target } = handle.embed;
        if (target && !builtIn(target, "isConnected")) drop(handle);
      }
    },
  };
};
