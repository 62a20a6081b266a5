import type { Embed } from "../events.ts";
import type { Asker } from "../page.ts";
import type { Options } from "../options/options.ts";
import { builtIn, type Undo } from "../page.ts";

/** An embed, and how the loader tells it that the page has grown. */
export interface EmbedHandle {
  readonly embed: Embed;
  readonly asker: Asker;
  /** True where somebody else has taken our elements away. */
  readonly isLost: () => boolean;
  /** Looks for the target where it is still missing. */
  readonly tryMount: () => void;
  /** Starts what the embed does; call it once it is in the list of embeds. */
  readonly begin: () => void;
  /** Takes our elements out of the page, until they are called back. */
  readonly detach: () => Undo;
}

/** The embeds that are mounted now, oldest first. */
export interface EmbedRegistry {
  readonly handles: Set<EmbedHandle>;
  /** The embed in this element, if there is one. */
  readonly find: (target: Element) => EmbedHandle | undefined;
  /** The same for what a new embed names as its target; one that somebody else has emptied has none any more. */
  readonly findPresent: (target: Options["target"]) => Embed | undefined;
  /** Lets each look for the target that it still lacks. */
  readonly tryMount: () => void;
  /** Destroys an embed that the page has removed: should its target come back, it is mounted anew. */
  readonly drop: (handle: EmbedHandle) => void;
  /** Destroys those whose targets have left the document. */
  readonly dropDetached: () => void;
}

/** Knows the embeds of a page; elements that are claimed are not mounted by themselves. */
export const createEmbedRegistry = (document: Document, claimed: WeakSet<Element>): EmbedRegistry => {
  const handles = new Set<EmbedHandle>();

  const find: EmbedRegistry["find"] = (target) => {
    for (const handle of handles) if (handle.embed.target === target) return handle;
    return undefined;
  };

  const drop: EmbedRegistry["drop"] = ({ embed }) => {
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
    tryMount: () => {
      for (const { tryMount } of handles) tryMount();
    },
    drop,
    dropDetached: () => {
      for (const handle of handles) {
        const { target } = handle.embed;
        if (target && !builtIn(target, "isConnected")) drop(handle);
      }
    },
  };
};
