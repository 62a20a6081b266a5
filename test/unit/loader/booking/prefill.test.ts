// @vitest-environment node
import { describe, expect, test } from "vitest";
import { prefillFields } from "../../../../src/loader/booking/prefill.ts";

const fill = (search: string, bookingFields?: unknown, fields = "name, email") =>
  prefillFields({ ...(bookingFields !== undefined && { bookingFields }) }, { fields, search })[
    "bookingFields"
  ];

describe("the page's address", () => {
  test.each([
    ["?customer.name=Jane", { name: { prefilled: "Jane" } }],
    [
      "?customer.name=Jane+Doe&customer.email=j%40example.org",
      { name: { prefilled: "Jane Doe" }, email: { prefilled: "j@example.org" } },
    ],
    ["?customer.name=Jane&customer.name=Joe", { name: { prefilled: "Jane" } }],
    ["?customer.name=<img src=x>", { name: { prefilled: "<img src=x>" } }],
    ["?customer.phone=1", undefined],
    ["?customer.__proto__=1&name=Jane&customer.name=", undefined],
    ["", undefined],
  ])("%s fills %j", (search, filled) => {
    expect(fill(search)).toEqual(filled);
  });

  test("fills 500 characters, and cuts none in two", () => {
    const filled = fill(`?customer.name=${encodeURIComponent("🚲".repeat(501))}`);
    expect(filled).toEqual({ name: { prefilled: "🚲".repeat(500) } });
  });

  test.each([
    [{ name: { locked: true } }],
    [{ name: { prefilled: "Owner's" } }],
    [{ name: { locked: true, prefilled: "Owner's" } }],
  ])("leaves alone %j", (bookingFields) => {
    expect(fill("?customer.name=Jane", bookingFields)).toEqual(bookingFields);
  });

  test("leaves alone what is put over the options", () => {
    const prefill = { fields: "name,email", search: "?customer.name=Jane&customer.email=j%40example.org" };
    const over = { bookingFields: { name: { locked: true } } };
    expect(prefillFields({}, prefill, over)).toEqual({
      bookingFields: { email: { prefilled: "j@example.org" } },
    });
  });

  test("keeps what else is said of a field, and changes no object that it was given", () => {
    const bookingFields = { name: { placeholder: "You", prefilled: false } };
    expect(fill("?customer.name=Jane", bookingFields)).toEqual({
      name: { placeholder: "You", prefilled: "Jane" },
    });
    expect(bookingFields.name.prefilled).toBe(false);
  });
});
