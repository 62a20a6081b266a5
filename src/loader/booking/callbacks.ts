import { isPlainObject, type PlainObject } from "../plain-object.ts";
import type { FormKeys } from "./listeners.ts";
import { neutralizeHtml } from "./neutralize-html.ts";

/**
 * The page's callbacks, with two additions: they tell whose form opens or closes; and v1 puts the e-mail address of
 * a booking into the page as HTML, and takes it from the object that it hands to `submitBookingForm`.
 */
export const wrapCallbacks = (callbacks: unknown, { onForm }: Pick<FormKeys, "onForm">): PlainObject => {
  const own = isPlainObject(callbacks) ? callbacks : {};
  /** After the page's own, which may open or close another calendar's form. */
  const thenOnForm =
    (name: string) =>
    (slot: unknown): void => {
      const callback = own[name];
      if (isFunction(callback)) callback(slot);
      onForm();
    };
  return {
    ...own,
    showBookingPage: thenOnForm("showBookingPage"),
    closeBookingPage: thenOnForm("closeBookingPage"),
    submitBookingForm: (form: Record<string, unknown>) => {
      const submitBookingForm = own["submitBookingForm"];
      if (isFunction(submitBookingForm)) submitBookingForm(form);
      // The booking takes the address as it is, in this turn: `o'neill@…` is one. What is shown comes later.
      queueMicrotask(() => {
        if (typeof form["email"] === "string") form["email"] = neutralizeHtml(form["email"]);
      });
    },
  };
};

const isFunction = (value: unknown): value is (given: unknown) => void => typeof value === "function";
