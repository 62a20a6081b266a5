import type { Undo } from "../page.ts";
import type { JQuery, JQueryEvents } from "./booking-js.ts";

/**
 * Keeps what the private jQuery knows of its listeners away from the page. jQuery keeps it in a property of what is
 * listened to, so that `$(window).on("resize")` leaves one on the page's window. For a window and a document an
 * object of ours stands in, which only passes on that somebody listens. jQuery hands it to the listeners as `this`
 * and `currentTarget`, for which v1 never asks there; nor does it delegate from there, for which this would not do.
 */
export const isolateListeners = (events: JQueryEvents): void => {
  const standIns = new WeakMap<object, Listenable>();
  const find = (target: object): object => {
    if (!isPageWide(target)) return target;
    const standIn = standIns.get(target) ?? {
      addEventListener: (type, listener) => target.addEventListener(type, listener),
      removeEventListener: (type, listener) => target.removeEventListener(type, listener),
    };
    standIns.set(target, standIn);
    return standIn;
  };
  changeListeners(events, (target, types) => [find(target), types]);
};

interface Listenable {
  addEventListener(type: string, listener: EventListener): void;
  removeEventListener(type: string, listener: EventListener): void;
}

const isPageWide = (target: object): target is Window | Document =>
  ("window" in target && target.window === target) || isDocument(target);

/** One calendar's part in the keys of the document. */
export interface FormKeys {
  /** v1 opens or closes this calendar's form: it adds or removes its listener in the same turn. */
  readonly onForm: () => void;
  /** Takes away the listener of a form that is still open. */
  readonly remove: Undo;
}

/**
 * Gives each calendar a jQuery namespace for its key listeners. v1 listens for Escape on the document while a form is
 * open, and removes with `off("keyup")`, which would leave the open form of another calendar without its Escape.
 */
export const isolateFormKeys = (jQuery: JQuery): ((document: Document) => FormKeys) => {
  let calendars = 0;
  let current = "";
  changeListeners(jQuery.event, (target, types) => [
    target,
    types === "keyup" && isDocument(target) ? `keyup.${current}` : types,
  ]);

  return (document) => {
    const own = `calendar${(calendars += 1)}`;
    return {
      onForm: () => {
        current = own;
      },
      remove: () => {
        jQuery(document).off(`keyup.${own}`);
      },
    };
  };
};

/** Has jQuery listen to something else, or by another name, wherever it is told to listen or to stop. */
const changeListeners = (
  events: JQueryEvents,
  change: (target: object, types: unknown) => readonly [target: object, types: unknown],
): void => {
  const { add, remove } = events;
  Object.assign(events, {
    add: (target, types, ...listener) => add(...change(target, types), ...listener),
    remove: (target, types, ...listener) => remove(...change(target, types), ...listener),
  } satisfies JQueryEvents);
};

/** Of any page: a document of another window is not an instance of this one's. */
const isDocument = (target: object): target is Document =>
  "nodeType" in target && target.nodeType === Node.DOCUMENT_NODE;
