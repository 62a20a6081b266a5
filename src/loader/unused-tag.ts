import { LoaderError } from "./errors.ts";
import { createTeller } from "./teller.ts";
import type { Page } from "./page.ts";

/** Knows whether a tag without a resource id was there for something. */
export interface UnusedTag {
  readonly onFound: (tag: HTMLScriptElement) => void;
  /** Another tag, a container or the page's code asks for a calendar. */
  readonly onUsed: () => void;
  /** Tells the error of such a tag, if nobody has used it by now. */
  readonly warn: () => void;
}

export const createUnusedTag = (console: Page["console"]): UnusedTag => {
  let isUsed = false;
  let unused: HTMLScriptElement | undefined;
  return {
    onFound: (tag) => (unused = tag),
    onUsed: () => (isUsed = true),
    warn: () => {
      const tag = unused;
      if (!isUsed && tag)
        createTeller(console, () => tag).tellError(new LoaderError("config/no-resource-id"));
    },
  };
};
