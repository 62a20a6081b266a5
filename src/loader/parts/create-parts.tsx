import { render } from "preact";
import type { NoticeAction } from "../events.ts";
import type { Undo } from "../page.ts";
import { createPart, createShadowPart } from "./create-part.ts";
import { Notice } from "./notice.tsx";
import { Status, type StatusContent } from "./status.tsx";
import type { Words } from "./words.ts";

export interface PartsOptions {
  readonly target: Element;
  readonly sheet: CSSStyleSheet;
  readonly words: Words;
  /** CSS length reserved while there is no calendar. */
  readonly minHeight: string;
  /** Absent where no notice is to be shown. */
  readonly notice?: { readonly upgradeUrl: string; readonly onAction: (action: NoticeAction) => void } | undefined;
}

export interface Parts {
  /** Light DOM: Booking.js v1 looks for its styles in the document. */
  readonly widget: HTMLElement;
  readonly showStatus: (content: StatusContent) => void;
  /** Until it is shown the widget has its width but takes no height. */
  readonly showWidget: (isShown: boolean) => void;
  /** Takes our elements away and puts back what the target held. */
  readonly remove: Undo;
}

/** Puts the three elements into the target; what it held is set aside. */
export const createParts = ({ target, sheet, words, minHeight, notice }: PartsOptions): Parts => {
  const document = target.ownerDocument;
  const noticePart = createShadowPart(document, "notice", sheet);
  const statusPart = createShadowPart(document, "status", sheet);
  const widget = createPart(document, "widget");
  widget.tabIndex = -1;
  const held = [...target.childNodes];
  target.replaceChildren(noticePart.element, statusPart.element, widget);

  const removeNotice = (): void => {
    // A keyboard user goes on at the calendar, not at the top of the page.
    if (noticePart.root.activeElement) widget.focus({ preventScroll: true });
    render(null, noticePart.root);
    noticePart.element.hidden = true;
  };

  if (notice) {
    const act = (action: NoticeAction) => (): void => {
      if (action === "dismissed") removeNotice();
      notice.onAction(action);
    };
    render(
      <Notice words={words} upgradeUrl={notice.upgradeUrl} onFollow={act("followed")} onDismiss={act("dismissed")} />,
      noticePart.root,
    );
    notice.onAction("shown");
  } else {
    noticePart.element.hidden = true;
  }

  return {
    widget,
    showStatus: (content) => {
      statusPart.element.hidden = content.kind === "empty";
      render(<Status content={content} words={words} />, statusPart.root);
    },
    showWidget: (isShown) => {
      statusPart.element.style.setProperty("--timekit-min-height", isShown ? "0" : minHeight);
      for (const [property, value] of Object.entries(concealed))
        if (isShown) widget.style.removeProperty(property);
        else widget.style.setProperty(property, value);
    },
    remove: () => {
      render(null, noticePart.root);
      render(null, statusPart.root);
      const elements = [noticePart.element, statusPart.element, widget];
      // Only where they still are: the page may have put something else there.
      if (widget.parentNode === target) target.append(...held);
      for (const element of elements) element.remove();
    },
  };
};

const concealed = { height: "0", overflow: "hidden", visibility: "hidden" } as const;
