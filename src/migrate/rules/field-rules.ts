import { flag } from "../take/flag.ts";
import { prefill } from "../take/text.ts";
import { text } from "../take/text.ts";
import type { MigrationRule } from "./rule.ts";

/** The form's fields. */
export const fieldRules: readonly MigrationRule[] = [
  {
    path: "bookingFields",
    outcome: "renamed",
    to: "customer_fields",
    text: "Is customer_fields. v2 shows the fields that are listed there, in that order, and no others.",
    holds: "object",
  },
  {
    path: "bookingFields.(name|email|phone|voip|location|comment)",
    outcome: "renamed",
    to: "customer_fields.*",
    text: "Has the same name in customer_fields. A field that v1 does not show is left out with all its settings. v2 also fills fields from the page's address, as in ?customer.name=Jane.",
    holds: "object",
  },
  {
    path: "bookingFields.(phone|voip|location|comment).enabled",
    outcome: "reshaped",
    to: "customer_fields.*",
    text: "v2 has no such switch: a field is shown because it is listed. To hide it later, delete it from customer_fields, and from the project's fields if you use a project.",
  },
  {
    path: "bookingFields.(name|email).enabled",
    outcome: "dropped",
    text: "Name and e-mail are always shown, in v1 and in v2.",
  },
  {
    path: "bookingFields.(name|email|phone|voip|location|comment).placeholder",
    outcome: "renamed",
    to: "customer_fields.*.title",
    text: "Is title.",
    take: text,
  },
  {
    path: "bookingFields.(name|email|phone|voip|location|comment).prefilled",
    outcome: "renamed",
    to: "customer_fields.*.prefilled",
    text: "Is prefilled, at the field's new place.",
    take: prefill,
  },
  {
    path: "bookingFields.(phone|voip|location|comment).required",
    outcome: "renamed",
    to: "customer_fields.*.required",
    text: "Is required, at the field's new place.",
    take: flag,
  },
  {
    path: "bookingFields.(name|email).required",
    outcome: "dropped",
    text: "Name and e-mail are always required, whatever stands here: v1 did not read it, and no booking works without them.",
  },
  {
    path: "bookingFields.(name|email|phone|voip|location|comment).locked",
    outcome: "renamed",
    to: "customer_fields.*.readonly",
    text: "Is readonly.",
    take: flag,
  },
  {
    path: "bookingFields.(name|email|phone|voip|location|comment).disabled",
    outcome: "dropped",
    text: "v1 never read it, so visitors can change the field. To lock it in v2, set readonly: true.",
  },
  {
    path: "bookingFields.*",
    outcome: "dropped",
    text: "v1 has no field of this name and never showed it. v2 can: list it in customer_fields with a title and, if it is not a line of text, a format (select, checkbox, label, textarea).",
  },
];
