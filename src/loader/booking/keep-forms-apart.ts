import type { Undo } from "../page.ts";
import type { JQuery } from "./booking-js.ts";
import { changeListeners } from "./change-listeners.ts";
import { isDocument } from "./is-document.ts";

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
