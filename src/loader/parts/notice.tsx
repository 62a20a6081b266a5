import type { VNode } from "preact";
import type { Words } from "./words.ts";

export interface NoticeProps {
  readonly words: Words;
  readonly upgradeUrl: string;
  readonly onFollow: () => void;
  readonly onDismiss: () => void;
}

/** Says that v1 is deprecated and leads to v2. */
export const Notice = ({ words, upgradeUrl, onFollow, onDismiss }: NoticeProps): VNode => (
  <section aria-label={words.noticeName}>
    <p>{words.notice}</p>
    <div class="actions">
      <a href={upgradeUrl} target="_blank" rel="noopener" onClick={onFollow}>
        {words.upgrade}
      </a>
      <button type="button" onClick={onDismiss}>
        {words.dismiss}
      </button>
    </div>
  </section>
);
