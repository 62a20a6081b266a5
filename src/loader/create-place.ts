import { builtIn } from "./built-in.ts";
import type { Undo } from "./page.ts";
import type { Parts } from "./parts/create-parts.tsx";
import type { EmbedRequest, Shared } from "./shared.ts";
import { showParts } from "./show-parts.ts";

/** Where one embed is: its target, and our elements in it once the target is there. */
export interface Place {
  readonly target: Element | undefined;
  readonly parts: Parts | undefined;
  /**
   * Looks for the target, and gives our elements when it has filled it.
   * @throws LoaderError `config/no-target`, `config/bad-option`, `browser/unsupported`.
   */
  readonly find: () => Parts | undefined;
  /** Takes away our elements, and a target that was made for them, until they are called back. */
  readonly withdraw: () => Undo;
  /** The same for good. */
  readonly remove: Undo;
}

/** The place of an embed, still to be found. */
export const createPlace = (request: EmbedRequest, shared: Shared): Place => {
  let target: Element | undefined;
  let ownTarget: Element | undefined;
  let parts: Parts | undefined;
  let isGone = false;
  return {
    get target() {
      return target;
    },
    get parts() {
      return parts;
    },
    find: () => {
      const createTarget = (): Element => (ownTarget = builtIn(shared.page.document, "createElement")("div"));
      const { options, tag } = request;
      const found = shared.findTarget({ target: options.target, tag, createTarget });
      parts = found && showParts(found, request, shared);
      target = found;
      return parts;
    },
    withdraw: () => {
      const comeBack = parts?.withdraw();
      ownTarget?.remove();
      return () => {
        if (isGone) return;
        if (ownTarget) request.tag?.after(ownTarget);
        comeBack?.();
      };
    },
    remove: () => {
      isGone = true;
      parts?.remove();
      ownTarget?.remove();
    },
  };
};
