import type { VNode } from "preact";
import type { Words } from "./words.ts";

export interface StatusProps {
  readonly words: Words;
  /** Loading, or what has failed. */
  readonly content: "loading" | "failed" | "bookingFailed";
  /** Absent where only the site's owner can help. */
  readonly onRetry?: (() => void) | undefined;
  readonly fallbackUrl?: string | undefined;
}

/** Says that the calendar is loading, or what has failed with a way out. */
export const Status = ({ words, content, onRetry, fallbackUrl }: StatusProps): VNode =>
  content === "loading" ? (
    <section part="status" role="status">
      <p part="text">{words.loading}</p>
    </section>
  ) : (
    <section part="status" role="alert">
      <p part="text">{words[content]}</p>
      {onRetry && (
        <button part="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
      {fallbackUrl && (
        <a part="link" href={fallbackUrl}>
          {words.fallback}
        </a>
      )}
    </section>
  );
