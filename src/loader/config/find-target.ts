import { LoaderError } from "../errors.ts";

export interface TargetQuery {
  /** `data-target`, or what `mount()` was given. */
  readonly target: string | Element | undefined;
  /** `targetEl` of the page's own v1 configuration: a selector, an element or a jQuery object. */
  readonly pageTarget: unknown;
  /** The script tag, where there is one. */
  readonly tag: Element | undefined;
  readonly document: Document;
  readonly isTaken: (element: Element) => boolean;
}

export interface FoundTarget {
  readonly element: Element;
  /** Whether it was made for the tag and goes with the calendar. */
  readonly isOurs: boolean;
}

/**
 * The element to fill, or undefined while none is there and the DOM is still being parsed.
 * @throws LoaderError `config/no-target` once the DOM is parsed, `config/bad-option` for a bad selector.
 */
export const findTarget = (query: TargetQuery): FoundTarget | undefined => {
  const { target, pageTarget, tag, document, isTaken } = query;
  const isParsed = document.readyState !== "loading";
  const named = target ?? pageTarget;
  if (named !== undefined) {
    const found = typeof named === "string" ? select(named, document) : toElement(named);
    if (found && isTaken(found)) throw new LoaderError("config/no-target", { subject: "the target has a calendar" });
    if (found || !isParsed) return asFound(found);
    if (target !== undefined) throw new LoaderError("config/no-target", { subject: "data-target matches nothing" });
  }
  const usual = [...document.querySelectorAll("#bookingjs")].find((element) => !isTaken(element));
  if (usual || !isParsed) return asFound(usual);
  if (!tag?.parentNode || tag.closest("head"))
    throw new LoaderError("config/no-target", { subject: "the tag stands in <head>" });
  const element = document.createElement("div");
  tag.after(element);
  return { element, isOurs: true };
};

const asFound = (element: Element | undefined): FoundTarget | undefined => element && { element, isOurs: false };

const select = (selector: string, document: Document): Element | undefined => {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    // The browser's message would quote the selector.
    throw new LoaderError("config/bad-option", { subject: "data-target is no CSS selector" });
  }
};

const toElement = (value: unknown): Element | undefined => {
  if (value instanceof Element) return value;
  const first: unknown = typeof value === "object" && value !== null && 0 in value ? value[0] : undefined;
  return first instanceof Element ? first : undefined;
};
