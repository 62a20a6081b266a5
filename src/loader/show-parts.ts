import { isOwnersMistake, type LoaderError } from "./errors.ts";
import { emit, type NoticeAction } from "./events.ts";
import type { State } from "./lifecycle.ts";
import { chooseLanguage } from "./parts/choose-language.ts";
import { createParts, type Parts } from "./parts/create-parts.tsx";
import { chooseWords } from "./parts/words.ts";
import { readLayers } from "./read-page-config.ts";
import type { EmbedRequest, Shared } from "./shared.ts";
import { useOwnerTools } from "./use-owner-tools.ts";

/** Puts our elements into the target as the options ask, and lets the page know what happens to the notice. */
export const showParts = (target: Element, request: EmbedRequest, shared: Shared): Parts => {
  const { options } = request;
  const { notice, minHeight, upgradeUrl } = options;
  const lang = chooseLanguage(options.lang);
  const { noticeMemory: memory, page } = shared;
  const tellNotice = (action: NoticeAction): void => emit(target, "timekit-embed:notice", { action });
  const isShown = (notice === "on" || (notice === "owner" && memory.isOwner())) && !memory.isDismissed();
  const words = { ...chooseWords(lang), ...options.words };
  const parts = createParts({
    target,
    words,
    // A page with words of its own may be in a language that we do not have.
    lang: Object.keys(options.words)[0] ? options.lang : lang,
    minHeight,
    upgradeUrl,
    onNotice: isShown
      ? (action) => {
          if (action === "dismissed") memory.dismiss();
          tellNotice(action);
        }
      : undefined,
    // Visitors have no use for it, so that it is for owners also where everybody sees the notice.
    onGuide: memory.isOwner()
      ? (root) =>
          useOwnerTools(request, shared, (tools) =>
            tools.openGuide({
              ...options,
              root,
              layers: readLayers(page.window, options.configs),
              onCopied: () => tellNotice("copied"),
            }),
          )
      : undefined,
  });
  // Also where it was dismissed: this is about a token that anybody can read.
  if (!memory.isOwner() || notice === "off") return parts;
  const stop = shared.oldLines.onFound((lines) =>
    parts.warn(words.oldLines.replace("%", () => lines.join(", "))),
  );
  const remove = (): void => {
    stop();
    parts.remove();
  };
  return { ...parts, remove };
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
