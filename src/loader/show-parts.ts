import type { Options } from "./config/options.ts";
import { emit } from "./events.ts";
import { createParts, type Parts } from "./parts/create-parts.tsx";
import type { NoticeMemory } from "./parts/notice-memory.ts";
import { words } from "./parts/words.ts";

/** Puts our elements into the target as the options ask, and lets the page know what happens to the notice. */
export const showParts = (target: Element, options: Options, memory: NoticeMemory): Parts => {
  const { notice, minHeight, upgradeUrl } = options;
  const isShown = (notice === "on" || (notice === "owner" && memory.isOwner())) && !memory.isDismissed();
  return createParts({
    target,
    words: { ...words, ...options.words },
    minHeight,
    upgradeUrl,
    onNotice: isShown
      ? (action) => {
          if (action === "dismissed") memory.dismiss();
          emit(target, "timekit-embed:notice", { action });
        }
      : undefined,
  });
};
