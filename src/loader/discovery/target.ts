import { LoaderError } from "../errors.ts";
import { builtIn } from "../page.ts";

export interface TargetQuery {
  /** `data-target`, or what `mount()` was given. */
  readonly target: string | Element | undefined;
  /** `targetEl` of the page's own v1 configuration: a selector, an element or a jQuery object. */
  readonly pageTarget: unknown;
  /** The script tag, where there is one. */
  readonly tag: Element | undefined;
  readonly document: Document;
  readonly isTaken: (element: Element) => boolean;
  /** Makes an element where no other is to be filled; it goes with the calendar. */
  readonly createTarget: () => Element;
}

/**
 * The element to fill, or undefined while none is there and the DOM is still being parsed.
 * @throws LoaderError `config/no-target` once the DOM is parsed, `config/bad-option` for a bad selector.
 */
export const findTarget = (query: TargetQuery): Element | undefined => {
  const { target, pageTarget, tag, document, isTaken, createTarget } = query;
  const candidates = [toElement(target ?? pageTarget, document)];
  if (target === undefined) candidates.push(...builtIn(document, "querySelectorAll")("#bookingjs"));
  const free = candidates.find((element) => element && !isTaken(element));
  if (free || builtIn(document, "readyState") === "loading") return free;
  if (target !== undefined || !tag?.parentNode || tag.closest("head"))
    throw new LoaderError("config/no-target");
  const element = createTarget();
  tag.after(element);
  return element;
};

const toElement = (named: unknown, document: Document): Element | undefined => {
  let found = named;
  try {
    if (typeof named === "string") found = builtIn(document, "querySelector")(named);
  } catch {
    // The browser's message would quote the selector.
    throw new LoaderError("config/bad-option", "data-target");
  }
  // A form is like a list too, of its fields.
  if (!(found instanceof Element)) found = (Object(found) as ArrayLike<unknown>)[0];
  return found instanceof Element ? found : undefined;
};
