import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const rows: readonly Row[] = [
  {
    says: "lists name, e-mail and comment, which v1 shows by default",
    v1: {},
    config: {
      customer_fields: {
        name: { title: "Full name", required: true },
        email: { title: "E-mail", required: true, format: "email" },
        comment: { title: "Comment", format: "textarea" },
      },
    },
    lacks: ["customer_fields.phone", "customer_fields.voip", "customer_fields.location"],
    notes: {
      "bookingFields.comment": "reshaped",
      "bookingFields.name.placeholder": "reshaped",
      "bookingFields.email.placeholder": "reshaped",
    },
  },
  {
    says: "does not list a comment field that is off",
    v1: { bookingFields: { comment: { enabled: false } } },
    config: { customer_fields: { name: {}, email: {} } },
    lacks: ["customer_fields.comment"],
    notes: { "bookingFields.comment": "dropped" },
  },
  {
    says: "leaves out a field that v1 does not show, with all its settings",
    v1: { bookingFields: { voip: { placeholder: "Skype", required: true }, phone: { enabled: false } } },
    lacks: ["customer_fields.voip", "customer_fields.phone"],
    notes: {
      "bookingFields.voip": "dropped",
      "bookingFields.phone": "dropped",
      "bookingFields.voip.placeholder": [],
    },
  },
  {
    says: "carries over every setting of a field",
    v1: {
      bookingFields: {
        phone: {
          enabled: true,
          placeholder: "Telephone",
          prefilled: "12345678",
          required: true,
          locked: true,
        },
      },
    },
    config: {
      customer_fields: {
        phone: { title: "Telephone", prefilled: "12345678", required: true, readonly: true, format: "tel" },
      },
    },
    notes: {
      bookingFields: "renamed",
      "bookingFields.phone": "renamed",
      "bookingFields.phone.enabled": "reshaped",
      "bookingFields.phone.placeholder": "renamed",
      "bookingFields.phone.prefilled": "renamed",
      "bookingFields.phone.required": "renamed",
      "bookingFields.phone.locked": "renamed",
    },
  },
  {
    says: "writes the label that v1 gives to each field that is switched on",
    v1: { bookingFields: { phone: { enabled: true }, voip: { enabled: true }, location: { enabled: true } } },
    config: {
      customer_fields: {
        phone: { title: "Phone number" },
        voip: { title: "Skype username" },
        location: { title: "Location" },
      },
    },
    notes: { "bookingFields.phone.placeholder": "reshaped" },
  },
  {
    says: "keeps name and e-mail shown and required, as v1 does whatever the page says",
    v1: {
      bookingFields: {
        name: { enabled: false, required: false },
        email: { required: false, disabled: true },
      },
    },
    config: { customer_fields: { name: { required: true }, email: { required: true } } },
    lacks: ["customer_fields.name.enabled", "customer_fields.email.disabled"],
    notes: {
      "bookingFields.name.enabled": "dropped",
      "bookingFields.name.required": "dropped",
      "bookingFields.email.required": "dropped",
      "bookingFields.email.disabled": "dropped",
    },
  },
  {
    says: "takes a wrong switch for what v1 took it for",
    v1: { bookingFields: { voip: { enabled: "yes", locked: 1 }, location: { enabled: 0 } } },
    config: { customer_fields: { voip: { readonly: true } } },
    lacks: ["customer_fields.location"],
    notes: { "bookingFields.voip.locked": ["renamed", "reshaped"], "bookingFields.location": "dropped" },
  },
  {
    says: "keeps an empty field empty",
    v1: {
      bookingFields: { name: { prefilled: false }, email: { prefilled: null }, comment: { prefilled: 5 } },
    },
    config: {
      customer_fields: {
        name: { prefilled: false },
        email: { prefilled: false },
        comment: { prefilled: "5" },
      },
    },
    notes: {
      "bookingFields.name.prefilled": "renamed",
      "bookingFields.comment.prefilled": ["renamed", "reshaped"],
    },
  },
  {
    says: "writes a label as v1 shows it: false as a word, null as nothing",
    v1: { bookingFields: { name: { placeholder: false }, email: { placeholder: null } } },
    config: { customer_fields: { name: { title: "false" }, email: { title: "" } } },
    notes: {
      "bookingFields.name.placeholder": ["renamed", "reshaped"],
      "bookingFields.email.placeholder": ["renamed", "reshaped"],
    },
  },
  {
    says: "refuses settings of a wrong type",
    v1: { bookingFields: { name: { placeholder: ["Name"], prefilled: { a: 1 } }, email: "E-mail" } },
    config: { customer_fields: { name: { title: "Full name" }, email: { title: "E-mail" } } },
    lacks: ["customer_fields.name.prefilled"],
    notes: {
      "bookingFields.name.placeholder": ["dropped", "reshaped"],
      "bookingFields.name.prefilled": "dropped",
      "bookingFields.email": "dropped",
    },
  },
  {
    says: "refuses fields that are no object",
    v1: { bookingFields: [{ phone: { enabled: true } }] },
    lacks: ["customer_fields.phone"],
    notes: { bookingFields: "dropped" },
  },
  {
    says: "drops a field that v1 does not have, and a setting that no field has",
    v1: { bookingFields: { company: { enabled: true }, comment: { rows: 5 } } },
    lacks: ["customer_fields.company", "customer_fields.comment.rows"],
    notes: { "bookingFields.company": "dropped", "bookingFields.comment.rows": "dropped" },
  },
  {
    says: "lists only what the page itself says of a widget's fields",
    v1: { widgetId: "w", bookingFields: { phone: { enabled: true }, voip: { enabled: false } } },
    config: { customer_fields: { phone: { format: "tel" } } },
    lacks: [
      "customer_fields.name",
      "customer_fields.comment",
      "customer_fields.voip",
      "customer_fields.phone.title",
    ],
    notes: { "bookingFields.voip": "dropped" },
  },
];

describe("fields", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it("lists the fields in the order of v1's form, however the page orders them", () => {
    const enabled = { enabled: true };
    const bookingFields = {
      comment: enabled,
      location: enabled,
      voip: enabled,
      phone: enabled,
      email: {},
      name: {},
    };
    const { config } = migrateConfig({ bookingFields });
    expect(Object.keys(Object(config["customer_fields"]))).toEqual([
      "name",
      "email",
      "phone",
      "voip",
      "location",
      "comment",
    ]);
  });
});
