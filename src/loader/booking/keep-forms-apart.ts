import type { Undo } from "../page.ts";
import type { JQuery, JQueryEvents } from "./booking-js.ts";

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
export const keepFormsApart = (jQuery: JQuery): ((document: Document) => FormKeys) => {
  const { add, remove } = jQuery.event;
  let calendars = 0;
  let current = "";
  const rename = (target: object, types: unknown): unknown =>
    "nodeType" in target && target.nodeType === Node.DOCUMENT_NODE && types === "keyup"
      ? `keyup.${current}`
      : types;
  Object.assign(jQuery.event, {
    add: (target, types, ...listener) => add(target, rename(target, types), ...listener),
    remove: (target, types, ...listener) => remove(target, rename(target, types), ...listener),
  } satisfies JQueryEvents);

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
