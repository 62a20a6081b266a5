import type { Undo } from "../page.ts";
import type { CalendarWords } from "./calendar-words.ts";

/** v1's form while it is open. */
export interface FormDialog {
  readonly page: HTMLElement;
  /** As a click on its close control: after a booking v1 then asks for new times. */
  readonly close: Undo;
  readonly stop: Undo;
}

interface FormDialogOptions {
  /** The calendar's element, whose child the form is. */
  readonly root: HTMLElement;
  /** v1's `.bookingjs-bookpage`. */
  readonly page: HTMLElement;
  readonly words: CalendarWords;
  /** Whether a key has opened it: then typing can start at once. */
  readonly isByKey: boolean;
  readonly isFocusOurs: () => boolean;
  /** v1 fades it out; what it covered can be reached again. */
  readonly onClosing: () => void;
}

const tokens: Readonly<Record<string, AutoFill>> = { name: "name", email: "email", phone: "tel" };

/**
 * Makes a dialog of v1's form, named by its date and time. It takes the focus, and what it covers cannot be reached. It
 * is not modal, since it covers the calendar and not the page.
 */
export const openFormDialog = (options: FormDialogOptions): FormDialog => {
  const { root, page, words, isByKey, isFocusOurs, onClosing } = options;
  const find = (selector: string): HTMLElement | null => page.querySelector(selector);
  const text = (selector: string): string => find(selector)?.textContent.trim() ?? "";
  const closeLink = find(".bookingjs-bookpage-close");
  const submit = find(".bookingjs-form-button");
  const fields = find(".bookingjs-form-fields");
  const thanks = find(".bookingjs-form-success-message");

  page.setAttribute("role", "dialog");
  page.tabIndex = -1;
  page.setAttribute("aria-label", `${text(".bookingjs-bookpage-date")}, ${text(".bookingjs-bookpage-time")}`);
  closeLink?.setAttribute("role", "button");
  closeLink?.setAttribute("aria-label", words.close);
  // What it says is upper case by its style, and read so; after a booking it closes.
  submit?.setAttribute("aria-label", text(".bookingjs-form-button .inactive-text"));
  const inputs = [...page.querySelectorAll<HTMLInputElement>(".bookingjs-form-input")];
  for (const input of inputs) {
    // The ids that the labels are for come again in each open form of a page.
    const label = input.closest(".bookingjs-form-field")?.querySelector("label")?.textContent.trim();
    if (label) input.setAttribute("aria-label", label);
    input.setAttribute("aria-required", String(input.required));
    const token = tokens[input.name];
    if (token && !input.hasAttribute("autocomplete")) input.autocomplete = token;
  }
  // It is there from the start, so that a screen reader says what appears in it.
  thanks?.setAttribute("role", "status");
  const setThanks = (isHidden: boolean): void => {
    for (const child of thanks?.children ?? []) child.setAttribute("aria-hidden", String(isHidden));
  };
  setThanks(true);

  const hasFocus = isFocusOurs();
  const first = inputs.find((input) => !input.readOnly);
  if (hasFocus) ((isByKey && first) || page).focus({ preventScroll: !isByKey });
  const uncover = cover([...root.children].filter((child) => child !== page));

  let isClosing = false;
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    uncover();
    onClosing();
  };
  const showSuccess = (): void => {
    setThanks(false);
    submit?.setAttribute("aria-label", words.close);
    if (fields?.contains(page.ownerDocument.activeElement) || fields?.querySelector(":focus"))
      submit?.focus();
    if (fields) cover([fields]);
  };
  let wasShown = false;
  let isBooked = false;
  const observer = new MutationObserver(() => {
    const isShown = page.classList.contains("show");
    if (wasShown && !isShown) close();
    wasShown = isShown;
    if (isBooked || !find(".bookingjs-form.success")) return;
    isBooked = true;
    showSuccess();
  });
  observer.observe(page, { attributes: true, attributeFilter: ["class"], subtree: true });

  return {
    page,
    close: () => {
      closeLink?.click();
      // v1 shows it after 100 ms: before that there is nothing to see of its closing.
      close();
    },
    stop: () => {
      observer.disconnect();
      close();
    },
  };
};

/** Keeps keys and screen readers out of elements, until they are uncovered. */
const cover = (elements: readonly Element[]): Undo => {
  const covered = elements.filter(
    (element): element is HTMLElement => element instanceof HTMLElement && !element.inert,
  );
  // Chrome before 102 and Firefox before 112 have no `inert`: there what takes the focus gives that up.
  const stops =
    "inert" in HTMLElement.prototype
      ? []
      : covered.flatMap((element) =>
          [...element.querySelectorAll<HTMLElement>("a, button, input, textarea, [tabindex]")].map(
            (stop) => [stop, stop.getAttribute("tabindex")] as const,
          ),
        );
  for (const element of covered) {
    element.inert = true;
    if (!("inert" in HTMLElement.prototype)) element.setAttribute("aria-hidden", "true");
  }
  for (const [stop] of stops) stop.tabIndex = -1;
  return () => {
    for (const element of covered) {
      element.inert = false;
      if (!("inert" in HTMLElement.prototype)) element.removeAttribute("aria-hidden");
    }
    for (const [stop, before] of stops) {
      if (before === null) stop.removeAttribute("tabindex");
      else stop.setAttribute("tabindex", before);
    }
  };
};
