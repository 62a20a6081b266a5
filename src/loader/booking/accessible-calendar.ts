import type { Undo } from "../page.ts";
import { adoptText } from "./adopt-styles.ts";
import type { BookingInstance } from "./booking-js.ts";
import type { CalendarWords } from "./calendar-words.ts";
import { type FormDialog, openFormDialog } from "./form-dialog.ts";
import { createSlotsToolbar, type SlotsToolbar } from "./slots-toolbar.ts";

/** What v1 draws, for keys and screen readers. */
export interface AccessibleCalendar {
  /** An answer is on screen, which may be empty: then FullCalendar has drawn nothing. */
  readonly onShown: () => void;
  readonly stop: Undo;
}

/** Only what has the focus looks different. v1 hides its own ring, and draws its arrows pale. */
const ring = `
[data-timekit-part=widget] :is([role=button], button, .fc-scroller):focus-visible {
  outline: 2px solid currentColor !important;
  outline-offset: -2px !important;
  opacity: 1 !important;
}`;

/**
 * Makes v1's calendar usable without a mouse, with attributes alone: v1's elements and what they look like stay.
 * It listens to what v1 does to its elements, so that all callbacks are the page's.
 */
export const makeAccessible = (
  root: HTMLElement,
  instance: BookingInstance,
  words: CalendarWords,
): AccessibleCalendar => {
  let toolbar: SlotsToolbar | undefined;
  let dialog: FormDialog | undefined;
  /** v1 removes the wrong form when one opens before the last one is gone: this opens it then. */
  let whenGone: (() => void) | undefined;
  let isByKey = false;
  let isEscaping = false;

  const readFocus = (): Element | null => (root.getRootNode() as Document | ShadowRoot).activeElement;
  const isFocusLost = (): boolean => {
    const focused = readFocus();
    return !focused || focused === root || focused === root.ownerDocument.body || isInForm(focused);
  };
  const isInForm = (focused: Element): boolean => focused.closest(formSelector)?.parentElement === root;
  const findForm = (): HTMLElement | null => root.querySelector(`:scope > ${formSelector}`);
  const focus = (element: HTMLElement): void => element.focus({ preventScroll: !isByKey });

  const openSlot = (slot: HTMLElement): void => {
    if (findForm()) whenGone = () => slot.isConnected && slot.click();
    else slot.click();
  };

  const startToolbar = (calendar: HTMLElement): SlotsToolbar => {
    const started = createSlotsToolbar({
      root,
      calendar,
      instance,
      words,
      isFocusLost,
      focus,
      onOpen: openSlot,
    });
    started.update();
    return started;
  };

  const startDialog = (page: HTMLElement): FormDialog =>
    openFormDialog({
      root,
      page,
      words,
      isByKey,
      isFocusOurs: () => isFocusLost() || root.contains(readFocus()),
      onClosing: () => toolbar?.returnFocus(),
    });

  const observer = new MutationObserver(() => {
    for (const picture of root.querySelectorAll("svg")) picture.setAttribute("aria-hidden", "true");
    for (const avatar of root.querySelectorAll(".bookingjs-avatar img:not([alt])"))
      avatar.setAttribute("alt", "");
    const calendar = root.querySelector<HTMLElement>(":scope > .bookingjs-calendar");
    if (calendar && !toolbar) toolbar = startToolbar(calendar);
    const page = findForm();
    if (page === (dialog?.page ?? null)) return;
    dialog?.stop();
    dialog = page ? startDialog(page) : undefined;
    const open = page ? undefined : whenGone;
    whenGone = undefined;
    open?.();
  });
  observer.observe(root, { childList: true });

  const onKeyDown = (event: KeyboardEvent): void => {
    isByKey = true;
    const target = event.target as Element;
    if (event.defaultPrevented || event.isComposing) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key } = event;
    if (isInForm(target)) {
      const isLink = target.matches(".bookingjs-bookpage-close") && key === " ";
      if (key !== "Escape" && !isLink) return;
      isEscaping = key === "Escape";
      dialog?.close();
    } else if (/^(Enter| )$/.test(key) && event.repeat) {
      if (!target.matches(slotSelector)) return;
    } else if (!toolbar?.press(key, target)) return;
    // Or the key lands in the form, or closes the page's own dialog as well.
    event.preventDefault();
    event.stopPropagation();
  };
  /** v1 listens for it on the document, for each open form. */
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isEscaping) return;
    isEscaping = false;
    event.stopPropagation();
  };
  const onPointerDown = (): void => {
    isByKey = false;
  };
  const onFocusIn = ({ target }: FocusEvent): void => {
    // There it waits for new times.
    if (target !== root) toolbar?.onFocus(target as Element);
  };
  const onFocusOut = ({ target }: FocusEvent): void =>
    // What FullCalendar removes, and a button that it disables, lose the focus too.
    queueMicrotask(() => {
      if ((target as Element).matches(":disabled")) toolbar?.update();
      else if ((target as Element).isConnected && !root.contains(readFocus())) toolbar?.onBlur();
    });

  const takeStyles = adoptText(ring, root);
  root.addEventListener("keydown", onKeyDown);
  root.addEventListener("keyup", onKeyUp);
  root.addEventListener("pointerdown", onPointerDown, true);
  root.addEventListener("focusin", onFocusIn);
  root.addEventListener("focusout", onFocusOut);

  return {
    onShown: () => toolbar?.update(),
    stop: () => {
      observer.disconnect();
      dialog?.stop();
      takeStyles();
      root.removeEventListener("keydown", onKeyDown);
      root.removeEventListener("keyup", onKeyUp);
      root.removeEventListener("pointerdown", onPointerDown, true);
      root.removeEventListener("focusin", onFocusIn);
      root.removeEventListener("focusout", onFocusOut);
    },
  };
};

const formSelector = ".bookingjs-bookpage";
const slotSelector = ".fc-event, .fc-list-item";
