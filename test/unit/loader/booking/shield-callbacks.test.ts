// @vitest-environment node
import { expect, test } from "vitest";
import { wrapCallbacks } from "../../../../src/loader/booking/callbacks.ts";

const keys = { onForm: () => undefined };

type Submit = (form: Record<string, unknown>) => void;

const submitOf = (callbacks: unknown): Submit => {
  const { submitBookingForm } = wrapCallbacks(callbacks, keys) as { readonly submitBookingForm: Submit };
  return submitBookingForm;
};

const html = `"<img src=x onerror=alert(1)>"@example.com`;

test("the address is booked as it was typed, and shown without HTML", async () => {
  const form = { email: html, name: "<b>" };
  submitOf({})(form);
  // v1 makes the booking of it in the same turn, and shows it when Timekit has answered.
  const participants = [form.email];
  await Promise.resolve();
  expect(participants).toEqual([html]);
  expect(form).toEqual({ email: "”‹img src=x onerror=alert(1)›”@example.com", name: "<b>" });
});

test("an apostrophe is booked as one", () => {
  const form = { email: "o'neill@example.com" };
  submitOf({})(form);
  expect(form.email).toBe("o'neill@example.com");
});

test("the page's own callback runs before, with the same form", async () => {
  const seen: unknown[] = [];
  const form: Record<string, unknown> = { email: "a@example.com" };
  submitOf({
    submitBookingForm: (given: Record<string, unknown>) => {
      seen.push(given === form);
      given["email"] = "<changed>";
    },
  })(form);
  await Promise.resolve();
  expect(seen).toEqual([true]);
  expect(form["email"]).toBe("‹changed›");
});

test("the other callbacks of the page are there, and its object is not changed", () => {
  const callbacks = Object.freeze({ renderCompleted: () => 1, submitBookingForm: "none" });
  expect(wrapCallbacks(callbacks, keys)["renderCompleted"]).toBe(callbacks.renderCompleted);
  expect(() => submitOf(callbacks)({ email: "a@example.com" })).not.toThrow();
});

test.each([undefined, null, [], "callbacks", () => 1])(
  "callbacks that are none, %o, are as good as empty",
  (none) => {
    expect(Object.keys(wrapCallbacks(none, keys))).toEqual([
      "showBookingPage",
      "closeBookingPage",
      "submitBookingForm",
    ]);
  },
);

test.each([undefined, null, 7, ["<b>"]])("an address that is no text, %j, is left", async (email) => {
  const form = { email };
  submitOf({})(form);
  await Promise.resolve();
  expect(form.email).toBe(email);
});

test.each(["showBookingPage", "closeBookingPage"])(
  "%s: the page's own runs, then the keys are told",
  (name) => {
    const told: unknown[] = [];
    const callbacks = wrapCallbacks(
      { [name]: (slot: unknown) => told.push(slot) },
      { onForm: () => void told.push("keys") },
    ) as Readonly<Record<string, (slot: unknown) => void>>;
    callbacks[name]?.("slot");
    expect(told).toEqual(["slot", "keys"]);
  },
);
