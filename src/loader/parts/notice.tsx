import { h, type VNode } from "preact";
import type { NoticeAction } from "../events.ts";
import type { Words } from "./words.ts";

export interface NoticeProps {
  readonly words: Words;
  readonly upgradeUrl: string;
  readonly onAction: (action: NoticeAction) => void;
}

/** Says that v1 is deprecated and leads to v2. */
export const Notice = ({ words, upgradeUrl, onAction }: NoticeProps): VNode => (
  <section aria-label={words.noticeName}>
    <p>{words.notice}</p>
    <a href={upgradeUrl} target="_blank" rel="noopener" onClick={() => onAction("followed")}>
      {words.upgrade}
    </a>
    <button onClick={() => onAction("dismissed")}>{words.dismiss}</button>
  </section>
);
