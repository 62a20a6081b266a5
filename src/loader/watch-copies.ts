import { builtIn } from "./built-in.ts";
import type { Undo } from "./page.ts";

export interface CopyWatch {
  /** Calendars are out of the page then, and alive. */
  readonly isCopied: boolean;
}

/** Turbo says that it leaves a page, and copies it in the next turn: a calendar would be dead in there. */
export const watchCopies = (document: Document, withdraw: () => Undo): CopyWatch => {
  const watch = { isCopied: false };
  builtIn(document, "addEventListener")("turbo:before-cache", () => {
    watch.isCopied = true;
    const comeBack = withdraw();
    setTimeout(() =>
      setTimeout(() => {
        watch.isCopied = false;
        comeBack();
      }),
    );
  });
  return watch;
};
