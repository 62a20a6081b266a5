import { makeInert } from "./inert.ts";
import { isPlainObject, type PlainObject } from "../plain-object.ts";

/**
 * The page's callbacks, with one addition: v1 puts the e-mail address of a booking into the page as HTML, and
 * takes it from the object that it hands to `submitBookingForm`.
 */
export const shieldCallbacks = (callbacks: unknown): PlainObject => {
  const own = isPlainObject(callbacks) ? callbacks : {};
  return {
    ...own,
    submitBookingForm: (form: Record<string, unknown>) => {
      const submitBookingForm = own["submitBookingForm"];
      if (isFunction(submitBookingForm)) submitBookingForm(form);
      // The booking takes the address as it is, in this turn: `o'neill@…` is one. What is shown comes later.
      queueMicrotask(() => {
        if (typeof form["email"] === "string") form["email"] = makeInert(form["email"]);
      });
    },
  };
};

const isFunction = (value: unknown): value is (form: object) => void => typeof value === "function";
