import type { Found } from "../source/found.ts";
import { isTruthy } from "../source/look-up.ts";
import { isUnknown, lookUp } from "../source/look-up.ts";

/** A field of v1's form: its label, and whether it is on, where the page says nothing. */
export interface V1Field {
  readonly title: string;
  readonly isShown: boolean;
  /** The kind of input in v2; absent for a line of text. */
  readonly format?: string;
}

/** v1's fields, in the order of its form. */
export const v1Fields = {
  name: { title: "Full name", isShown: true },
  email: { title: "E-mail", isShown: true, format: "email" },
  phone: { title: "Phone number", isShown: false, format: "tel" },
  voip: { title: "Skype username", isShown: false },
  location: { title: "Location", isShown: false },
  comment: { title: "Comment", isShown: true, format: "textarea" },
} as const satisfies Record<string, V1Field>;

/** The name of one of them. */
export type FieldName = keyof typeof v1Fields;

/** The fields that a page can turn on and off. */
export const switchableFields = [
  "phone",
  "voip",
  "location",
  "comment",
] as const satisfies readonly FieldName[];

/** Whether v1 shows the field with this configuration. */
export const isFieldShown = (source: Found, field: FieldName): boolean => {
  if (field === "name" || field === "email") return true;
  const enabled = lookUp(source, `bookingFields.${field}.enabled`);
  if (isUnknown(source, `bookingFields.${field}.enabled`)) return true;
  return enabled === undefined || enabled.kind === "undefined" ? v1Fields[field].isShown : isTruthy(enabled);
};
