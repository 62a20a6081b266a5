import { builtIn } from "./built-in.ts";
import { createOusted, type LoaderError } from "./errors.ts";
import { isRemoved, keepPlace, putOutOldCalendar } from "./keep-place.ts";
import type { Undo } from "./page.ts";
import type { Parts } from "./parts/create-parts.tsx";
import type { EmbedRequest, Shared } from "./shared.ts";
import { showParts } from "./show-parts.ts";

/** How an embed loses its place. */
export interface PlaceLosses {
  /** To a Booking.js of the page, which does not give in. */
  readonly fail: (error: LoaderError) => void;
  /** To whoever has taken our elements away. */
  readonly drop: () => void;
}

/** Where one embed is: its target, and our elements in it once the target is there. */
export interface Place {
  readonly target: Element | undefined;
  readonly parts: Parts | undefined;
  /**
   * Looks for the target, and gives our elements when it has filled it.
   * @throws LoaderError `config/no-target`, `config/bad-option`, `browser/unsupported`.
   */
  readonly find: () => Parts | undefined;
  /** Keeps our elements there, with all patience. */
  readonly keep: () => void;
  /** True where somebody else has taken our elements away. */
  readonly isLost: () => boolean;
  /** Takes away our elements, and a target that was made for them, until they are called back. */
  readonly withdraw: () => Undo;
  /** The same for good. */
  readonly remove: Undo;
}

/** The place of an embed, still to be found. */
export const createPlace = (request: EmbedRequest, shared: Shared, { fail, drop }: PlaceLosses): Place => {
  let target: Element | undefined;
  let ownTarget: Element | undefined;
  let parts: Parts | undefined;
  let isGone = false;
  let isWithdrawn = false;
  let release: Undo | undefined;
  const keep = (): void => {
    release?.();
    if (!target || !parts || isWithdrawn) return;
    release = keepPlace(target, parts, {
      onOldCalendar: shared.oldLines.onSeen,
      onOusted: () => fail(createOusted()),
      onRemoved: drop,
    });
  };
  return {
    get target() {
      return target;
    },
    get parts() {
      return parts;
    },
    find: () => {
      const createTarget = (): Element => (ownTarget = builtIn(shared.page.document, "createElement")("div"));
      const { options, tag, asker } = request;
      const found = shared.findTarget({ target: options.target, tag, createTarget });
      if (found) shared.oldLines.keep(found);
      // What a stranger's container holds may only look like one.
      if (found && putOutOldCalendar(found) && asker === "owner") shared.oldLines.onSeen();
      parts = found && showParts(found, request, shared);
      target = found;
      keep();
      return parts;
    },
    keep,
    isLost: () => !!target && !!parts && !isWithdrawn && isRemoved(target, parts),
    withdraw: () => {
      isWithdrawn = true;
      release?.();
      const comeBack = parts?.withdraw();
      ownTarget?.remove();
      return () => {
        if (isGone) return;
        if (ownTarget) request.tag?.after(ownTarget);
        comeBack?.();
        isWithdrawn = false;
        keep();
      };
    },
    remove: () => {
      isGone = true;
      release?.();
      parts?.remove();
      ownTarget?.remove();
    },
  };
};
