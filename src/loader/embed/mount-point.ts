import { createOusted, isOwnersMistake, type LoaderError } from "../errors.ts";
import { emit, type NoticeAction } from "../events.ts";
import type { OldLines } from "../discovery/old-lines.ts";
import type { TargetQuery } from "../discovery/target.ts";
import { type OwnerToolsContext, withOwnerTools } from "../owner-tools.ts";
import { builtIn, type Undo } from "../page.ts";
import type { Dismissal } from "../ui/dismissal.ts";
import { createParts, type Parts } from "../ui/parts.tsx";
import { chooseLanguage, chooseWords } from "../ui/words.ts";
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
  /** Keeps our elements there against the page's own Booking.js, with all patience. */
  readonly keep: () => void;
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
  readonly oldLines: OldLines;
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
  const { oldLines } = services;
  let target: Element | undefined;
  let ownTarget: Element | undefined;
  let parts: Parts | undefined;
  let isGone = false;
  let isDetached = false;
  let stopKeeping: Undo | undefined;

  const keep = (): void => {
    stopKeeping?.();
    if (!target || !parts || isDetached) return;
    stopKeeping = keepPlace(target, parts, {
      onOldCalendar: oldLines.onSeen,
      onOusted: () => onOusted(createOusted()),
      onRemoved,
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
      const createTarget = (): Element =>
        (ownTarget = builtIn(services.page.document, "createElement")("div"));
      const found = findTarget({ target: options.target, tag, createTarget });
      if (found) oldLines.keep(found);
      // What a stranger's container holds may only look like one.
      if (found && removeOldCalendar(found) && asker === "owner") oldLines.onSeen();
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
    isLost: () => !!target && !!parts && !isDetached && isRemoved(target, parts),
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
  const { dismissal, oldLines, page } = services;
  const lang = chooseLanguage(options.lang);
  const tellNotice = (action: NoticeAction): void => emit(target, "timekit-embed:notice", { action });
  const isShown =
    (notice === "on" || (notice === "owner" && dismissal.isOwner())) && !dismissal.isDismissed();
  const words = { ...chooseWords(lang), ...options.words };
  const parts = createParts({
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
  // Also where it was dismissed: this is about a token that anybody can read.
  if (!dismissal.isOwner() || notice === "off") return parts;
  const stop = oldLines.onFound((lines) => parts.warn(words.oldLines.replace("%", () => lines.join(", "))));
  return {
    ...parts,
    remove: () => {
      stop();
      parts.remove();
    },
  };
};

interface PlaceReports {
  /** A Booking.js of the page has drawn into the target, and its calendar was put out. */
  readonly onOldCalendar: () => void;
  /** It has come back so often that it gets the place. */
  readonly onOusted: () => void;
  /** Somebody else has taken our elements away. */
  readonly onRemoved: () => void;
}

/** One start of v1 changes its target about five times; more than a few starts are a loop. */
const rounds = 20;

/** What v1 puts directly into its target; what the page itself has there is set aside and comes back. */
const oldParts =
  /(^|\s)bookingjs-(loading|calendar|avatar|displayname|timezonehelper|bookpage|error|poweredby|ribbon-wrapper)(\s|$)/;

/**
 * Takes away what the page's own Booking.js has drawn into the target, and the class that it gives it. Says whether
 * there was anything.
 */
const removeOldCalendar = (target: Element): boolean => {
  const old = [...builtIn(target, "children")].filter((child) =>
    oldParts.test(builtIn(child, "getAttribute")("class") ?? ""),
  );
  for (const child of old) builtIn(child, "remove")();
  if (old.length) builtIn(target, "classList").remove("bookingjs");
  return old.length > 0;
};

/** Whether our elements are no longer in the target, nor anywhere else in a document. */
const isRemoved = (target: Element, { widget }: Parts): boolean =>
  !builtIn(target, "contains")(widget) && !widget.isConnected;

/**
 * Keeps our elements in the target: v1's old lines empty it and draw into it, in whatever order they run. This is
 * put right before the browser paints. What others do with our elements is their right, and only reported.
 */
const keepPlace = (target: Element, parts: Parts, reports: PlaceReports): Undo => {
  const classes = builtIn(target, "classList");
  const hadClass = classes.contains("bookingjs");
  let roundsLeft = rounds;

  const check = (): void => {
    // With a remote configuration v1 empties its target long before it draws.
    const isEmptied = isRemoved(target, parts) && !hadClass && classes.contains("bookingjs");
    if (removeOldCalendar(target) || isEmptied) {
      classes.remove("bookingjs");
      if (isRemoved(target, parts)) parts.putBack();
      observer.takeRecords();
      reports.onOldCalendar();
      roundsLeft -= 1;
      if (roundsLeft > 0) return;
      observer.disconnect();
      reports.onOusted();
    } else if (isRemoved(target, parts))
      // Frameworks take out what they move, and have it back in the same task.
      setTimeout(() => {
        if (isRemoved(target, parts)) reports.onRemoved();
      });
  };
  const observer = new MutationObserver(check);
  observer.observe(target, { childList: true });
  // After a retry the other one may be there.
  check();
  return () => observer.disconnect();
};
