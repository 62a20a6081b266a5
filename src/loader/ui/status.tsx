import type { VNode } from "preact";
import type { Words } from "./words.ts";

/** What the status part says. */
export type StatusContent =
  /** Only the page knows when it starts, and says so itself. */
  | { readonly kind: "nothing" }
  | { readonly kind: "loading" }
  /** The calendar waits for a visitor, who is told which hosts are contacted then. */
  | { readonly kind: "start"; readonly hosts: string; readonly onStart: () => void }
  | {
      readonly kind: "failed" | "bookingFailed";
      /** Absent where only the site's owner can help. */
      readonly onRetry?: (() => void) | undefined;
      readonly fallbackUrl?: string | undefined;
    };

export interface StatusProps {
  readonly words: Words;
  readonly content: StatusContent;
}

/** Says that the calendar is loading, how to start it, or what has failed with a way out. */
export const Status = ({ words, content }: StatusProps): VNode | null => {
  switch (content.kind) {
    case "nothing":
      return null;
    case "loading":
      return (
        <section part="status" role="status" tabIndex={-1}>
          <p part="text">{words.loading}</p>
        </section>
      );
    case "start":
      return (
        <section part="status" tabIndex={-1}>
          <button part="button" aria-describedby="hosts" onClick={content.onStart}>
            {words.start}
          </button>
          <p part="text" id="hosts">
            {words.startNote.replace("%", () => content.hosts)}
          </p>
        </section>
      );
    case "failed":
    case "bookingFailed":
      return (
        <section part="status" role="alert" tabIndex={-1}>
          <p part="text">{words[content.kind]}</p>
          {content.onRetry && (
            <button part="button" onClick={content.onRetry}>
              {words.retry}
            </button>
          )}
          {content.fallbackUrl && (
            <a part="link" href={content.fallbackUrl}>
              {words.fallback}
            </a>
          )}
        </section>
      );
  }
};
