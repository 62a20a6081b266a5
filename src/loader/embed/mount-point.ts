import type { NoticeAction } from "../ui/dismissal.ts";
import { createOusted, isOwnersMistake, type LoaderError } from "../errors.ts";
import { emit } from "../events.ts";
import type { TargetQuery } from "../discovery/target.ts";
import { type OwnerToolsContext, withOwnerTools } from "../owner-tools.ts";
import { builtIn, type Undo } from "../page.ts";
import type { Dismissal } from "../ui/dismissal.ts";
import { createParts, type Parts } from "../ui/parts.tsx";
import { chooseLanguage, chooseWords } from "../ui/words.ts";
import type { Vendor } from "../vendor.ts";
import { type EmbedRequest, findHosts, readLayers } from "./embed-request.ts";
import type { Lifecycle } from "./lifecycle.ts";

/** The element to fill; undefined while none is there and the DOM is still being parsed. */
export type FindTarget = (query: Pick<TargetQuery, "target" | "tag" | "createTarget">) => Element | undefined;

/** Where one embed is: its target, and our elements in it once the target is there. */
export interface MountPoint {
  readonly target: Element | undefined;
  readonly parts: Parts | undefined;
  /**
   * Looks for the target, and gives our elements when it has filled it.
   * @throws LoaderError `config/no-target`, `config/bad-option`, `browser/unsupported`.
   */
  readonly find: () => Parts | undefined;
  /** Shows what the state asks for: the calendar, the failure with a way out, or that it is loading. */
  readonly draw: (drawing: Drawing) => void;
  /** Keeps our elements there against the page's own Booking.js, with all patience, once the vendor file is there. */
  readonly keep: (vendor?: Vendor) => void;
  /** True where somebody else has taken our elements away. */
  readonly isLost: () => boolean;
  /** Takes our elements, and a target that was made for them, out of the page, until they are called back. */
  readonly detach: () => Undo;
  /** The same for good. */
  readonly remove: Undo;
}

export interface Drawing extends Pick<Lifecycle, "state" | "error"> {
  readonly onStart: () => void;
  readonly onRetry: () => void;
}

/** What a mount point takes of the loader's services. */
export interface MountPointServices extends OwnerToolsContext {
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly dismissal: Dismissal;
}

export interface MountPointOptions {
  readonly request: EmbedRequest;
  readonly services: MountPointServices;
  readonly findTarget: FindTarget;
  /** The page's own Booking.js has got the place. */
  readonly onOusted: (error: LoaderError) => void;
  /** Somebody else has taken our elements away. */
  readonly onRemoved: () => void;
}

/** Creates the mount point of an embed, whose target is still to be found. */
export const createMountPoint = ({
  request,
  services,
  findTarget,
  onOusted,
  onRemoved,
}: MountPointOptions): MountPoint => {
  const { options, tag, asker } = request;
  const { page } = services;
  let target: Element | undefined;
  let ownTarget: Element | undefined;
  let parts: Parts | undefined;
  let isGone = false;
  let isDetached = false;
  let keeper: Vendor | undefined;
  let stopKeeping: Undo | undefined;

  const isRemoved = (): boolean =>
    !!target && !!parts && !builtIn(target, "contains")(parts.widget) && !parts.widget.isConnected;

  const keep = (vendor = keeper): void => {
    keeper = vendor;
    stopKeeping?.();
    if (!keeper || !target || !parts || isDetached) return;
    const { held, putBack, warn } = parts;
    stopKeeping = keeper.keepPlace(
      {
        target,
        held,
        isTrusted: asker === "owner",
        isRemoved,
        putBack,
        onOusted: () => onOusted(createOusted()),
        onRemoved,
        onOldLines: (lines) => {
          // Also where the notice was dismissed: this is about a token that anybody can read.
          if (!services.dismissal.isOwner() || options.notice === "off") return;
          void withOwnerTools(request, services, (tools) => {
            warn(tools.describeOldLines({ ...options, lines }));
            return undefined;
          });
        },
      },
      page,
    );
  };

  return {
    get target() {
      return target;
    },
    get parts() {
      return parts;
    },
    find: () => {
      const createTarget = (): Element => (ownTarget = builtIn(page.document, "createElement")("div"));
      const found = findTarget({ target: options.target, tag, createTarget });
      parts = found && showParts(found, request, services);
      target = found;
      keep();
      return parts;
    },
    draw: ({ state, error, onStart, onRetry }) => {
      const { fallbackUrl } = options;
      if (state === "ready") parts?.showWidget();
      else if (state === "waiting" && options.start === "click")
        parts?.showStatus({ kind: "start", hosts: findHosts(request, services), onStart }, "instead");
      else if (state === "waiting" && options.start === "manual")
        parts?.showStatus({ kind: "nothing" }, "instead");
      else if (!error) parts?.showStatus({ kind: "loading" }, "instead");
      else
        parts?.showStatus(
          { kind: "failed", onRetry: isOwnersMistake(error) ? undefined : onRetry, fallbackUrl },
          "instead",
        );
    },
    keep,
    isLost: () => !isDetached && isRemoved(),
    detach: () => {
      isDetached = true;
      stopKeeping?.();
      const putBack = parts?.detach();
      ownTarget?.remove();
      return () => {
        if (isGone) return;
        if (ownTarget) tag?.after(ownTarget);
        putBack?.();
        isDetached = false;
        keep();
      };
    },
    remove: () => {
      isGone = true;
      stopKeeping?.();
      parts?.remove();
      ownTarget?.remove();
    },
  };
};

/** Puts our elements into the target as the options ask, and tells the page what happens to the notice. */
const showParts = (target: Element, request: EmbedRequest, services: MountPointServices): Parts => {
  const { options } = request;
  const { notice, minHeight, upgradeUrl } = options;
  const { dismissal, page } = services;
  const lang = chooseLanguage(options.lang);
  const tellNotice = (action: NoticeAction): void => emit(target, "timekit-embed:notice", { action });
  const isShown =
    (notice === "on" || (notice === "owner" && dismissal.isOwner())) && !dismissal.isDismissed();
  const words = { ...chooseWords(lang), ...options.words };
  return createParts({
    target,
    words,
    // A page with words of its own may be in a language that we do not have.
    lang: Object.keys(options.words)[0] ? options.lang : lang,
    minHeight,
    upgradeUrl,
    onNotice: isShown
      ? (action) => {
          if (action === "dismissed") dismissal.dismiss();
          tellNotice(action);
        }
      : undefined,
    // Visitors have no use for it, so it is for owners even where everybody sees the notice.
    onGuide: dismissal.isOwner()
      ? (root) =>
          withOwnerTools(request, services, (tools) =>
            tools.openGuide({
              ...options,
              root,
              layers: readLayers(page.window, options),
              onCopied: () => tellNotice("copied"),
            }),
          )
      : undefined,
  });
};
