import type { NoticeAction } from "./dismissal.ts";
import { render } from "preact";
import { LoaderError } from "../errors.ts";
import { builtIn, type Undo } from "../page.ts";
import { Notice } from "./notice.tsx";
import css from "./parts.css?inline";
import { Status, type StatusContent } from "./status.tsx";
import type { Words } from "./words.ts";

export interface PartsOptions {
  readonly target: Element;
  readonly words: Words;
  /** BCP 47 language of the words, for screen readers and hyphenation. */
  readonly lang: string;
  /** CSS length reserved while there is no calendar. */
  readonly minHeight: string;
  readonly upgradeUrl: string;
  /** Absent where no notice is to be shown. */
  readonly onNotice: ((action: NoticeAction) => void) | undefined;
  /** Opens the owner's dialog in this root, and gives what went wrong, if anything; absent for visitors. */
  readonly onGuide: ((root: ShadowRoot) => Promise<string | undefined>) | undefined;
}

export interface Parts {
  /** What the target held; it comes back with `remove()`. */
  readonly held: ChildNode[];
  /** Light DOM: Booking.js v1 looks for its styles in the document. */
  readonly widget: HTMLElement;
  /** Tells that the notice is shown, for which the embed has to know its parts: a listener may destroy it. */
  readonly announce: () => void;
  /** Shows the notice with this text in the place of its own. */
  readonly warn: (text: string) => void;
  /** Puts the status in the widget's place, or above it. */
  readonly showStatus: (content: StatusContent, place: "instead" | "above") => void;
  /** Shows the widget alone. */
  readonly showWidget: () => void;
  /** Puts our elements back where somebody else has taken them out. */
  readonly putBack: () => void;
  /** Takes our elements away and puts back what the target held, until they are called back. */
  readonly detach: () => Undo;
  /** The same for good. */
  readonly remove: Undo;
}

/** Until it is shown the widget has its width, which v1 asks for, but takes no height, whatever v1's styles say. */
const concealed = "height:0;min-height:0;margin:0;overflow:hidden;visibility:hidden";

/**
 * Puts the three elements into the target; what it held is set aside.
 * @throws LoaderError `browser/unsupported`; then the target is as it was.
 */
export const createParts = (options: PartsOptions): Parts => {
  const { target, words, lang, minHeight, upgradeUrl, onNotice, onGuide } = options;
  const createElement = builtIn(builtIn(target, "ownerDocument"), "createElement");
  const sheet = createSheet();
  const held = [...builtIn(target, "childNodes")];
  const createPart = (name: string): HTMLElement => {
    const part = createElement("div");
    part.dataset["timekitPart"] = name;
    return part;
  };
  const createRoot = (part: HTMLElement): ShadowRoot => {
    part.lang = lang;
    const root = part.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    return root;
  };
  const notice = createPart("notice");
  const status = createPart("status");
  const widget = createPart("widget");
  const noticeRoot = createRoot(notice);
  const statusRoot = createRoot(status);
  status.style.setProperty("--min-height", minHeight);
  widget.tabIndex = -1;
  const show = (): void => builtIn(target, "replaceChildren")(notice, status, widget);
  show();

  const detach = (): Undo => {
    // Only where they still are: the page may have put something else there.
    const isThere = widget.parentNode === target;
    if (isThere) builtIn(target, "append")(...held);
    for (const part of [notice, status, widget]) part.remove();
    return () => {
      if (isThere) show();
    };
  };

  const act = (action: NoticeAction): void => {
    if (action === "dismissed") {
      // A keyboard user goes on at the calendar, not at the top of the page.
      if (noticeRoot.activeElement) widget.focus({ preventScroll: true });
      render(null, noticeRoot);
    }
    onNotice?.(action);
  };
  const guide =
    onGuide &&
    (() => void onGuide(noticeRoot).then((problem) => noticeRoot.firstChild && showNotice(problem)));
  let warning: string | undefined;
  const showNotice = (problem = warning): void =>
    render(
      <Notice words={words} upgradeUrl={upgradeUrl} problem={problem} onGuide={guide} onAction={act} />,
      noticeRoot,
    );
  if (onNotice) showNotice();

  return {
    held,
    widget,
    announce: () => onNotice?.("shown"),
    showStatus: (content, place) => {
      const hadFocus = statusRoot.activeElement !== null;
      widget.style.cssText = place === "instead" ? concealed : "";
      status.hidden = false;
      status.style.setProperty("--min-height", place === "instead" ? minHeight : "0");
      render(<Status words={words} content={content} />, statusRoot);
      // Whoever has pressed a button that is gone now goes on from here, not from the top of the page.
      if (hadFocus && !statusRoot.activeElement)
        statusRoot.querySelector("section")?.focus({ preventScroll: true });
    },
    showWidget: () => {
      const hadFocus = statusRoot.activeElement !== null;
      widget.style.cssText = "";
      status.hidden = true;
      render(null, statusRoot);
      if (hadFocus) widget.focus({ preventScroll: true });
    },
    warn: (text) => {
      warning = text;
      showNotice();
    },
    putBack: () => builtIn(target, "append")(notice, status, widget),
    detach,
    remove: () => {
      render(null, noticeRoot);
      render(null, statusRoot);
      detach();
    },
  };
};

/** A constructable sheet is not subject to the page's `style-src`. */
const createSheet = (): CSSStyleSheet => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  } catch {
    // Firefox before 101, Safari before 16.4.
    throw new LoaderError("browser/unsupported", "new CSSStyleSheet()");
  }
};
