import type { VNode } from "preact";
import type { NoticeAction } from "../events.ts";
import type { Words } from "./words.ts";

export interface NoticeProps {
  readonly words: Words;
  readonly upgradeUrl: string;
  /** What went wrong with the guide, for the owner who has asked for it. */
  readonly problem: string | undefined;
  /** Absent where nobody but visitors may look. */
  readonly onGuide: (() => void) | undefined;
  readonly onAction: (action: NoticeAction) => void;
}

/** Says that v1 is deprecated and leads to v2. */
export const Notice = ({ words, upgradeUrl, problem, onGuide, onAction }: NoticeProps): VNode => (
  <section part="notice" aria-label={words.noticeName}>
    <p part="text" aria-live="polite">
      {problem ?? words.notice}
    </p>
    <a part="link" href={upgradeUrl} target="_blank" rel="noopener" onClick={() => onAction("followed")}>
      {words.upgrade}
    </a>
    {onGuide && (
      <button part="button" onClick={onGuide}>
        {words.guide}
      </button>
    )}
    <button part="button" onClick={() => onAction("dismissed")}>
      {words.dismiss}
    </button>
  </section>
);
