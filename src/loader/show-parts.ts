import type { Options } from "./config/options.ts";
import { isOwnersMistake, type LoaderError } from "./errors.ts";
import { emit } from "./events.ts";
import type { State } from "./lifecycle.ts";
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

export interface Drawing {
  readonly state: State;
  readonly error: LoaderError | undefined;
  readonly onRetry: () => void;
  readonly fallbackUrl: string | undefined;
}

/** Shows what the state asks for: the calendar, the failure with a way out, or that it is loading. */
export const drawState = (parts: Parts, { state, error, onRetry, fallbackUrl }: Drawing): void => {
  if (state === "ready") parts.showWidget();
  else if (!error) parts.showStatus({ content: "loading" }, "instead");
  else
    parts.showStatus(
      { content: "failed", onRetry: isOwnersMistake(error) ? undefined : onRetry, fallbackUrl },
      "instead",
    );
};
