import type { VNode } from "preact";
import type { Words } from "./words.ts";

/** What the status part says; nothing once the calendar is there. */
export type StatusContent =
  | { readonly kind: "empty" }
  | { readonly kind: "loading" }
  | {
      readonly kind: "failed";
      readonly text: string;
      /** Absent where only the site's owner can help. */
      readonly onRetry?: (() => void) | undefined;
      readonly fallbackUrl?: string | undefined;
    };

/** Loading, then nothing, or the failure with a way out. */
export const Status = ({ content, words }: { content: StatusContent; words: Words }): VNode | null => {
  switch (content.kind) {
    case "empty":
      return null;
    case "loading":
      return (
        <div class="status" role="status">
          <i aria-hidden="true" />
          <p>{words.loading}</p>
        </div>
      );
    case "failed":
      return (
        <div class="status" role="alert">
          <p>{content.text}</p>
          {content.onRetry && (
            <button type="button" onClick={content.onRetry}>
              {words.retry}
            </button>
          )}
          {content.fallbackUrl && <a href={content.fallbackUrl}>{words.fallback}</a>}
        </div>
      );
  }
};
