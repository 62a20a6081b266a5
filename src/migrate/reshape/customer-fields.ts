import type { Situation } from "../classify.ts";
import type { Draft } from "../draft.ts";
import type { Found } from "../source/found.ts";
import { isUnknown, lookUp } from "../source/look-up.ts";
import { type FieldName, isFieldShown, type V1Field, v1Fields } from "./v1-fields.ts";

/** Lists the fields that v1 shows, in v1's order, since v2 shows what is listed; to be done before their settings. */
export const listFields = (source: Found, situation: Situation, draft: Draft): void => {
  for (const field of shownFields(source, situation)) draft.write(["customer_fields", field], {});
};

/** Gives the listed fields what they had in v1 without being told; to be done after their settings. */
export const completeFields = (source: Found, situation: Situation, draft: Draft): void => {
  for (const field of shownFields(source, situation)) {
    const { title, format }: V1Field = v1Fields[field];
    const at = ["customer_fields", field];
    if (field === "name" || field === "email") draft.write([...at, "required"], true);
    if (format !== undefined) draft.write([...at, "format"], format);
    if (isUnknown(source, `bookingFields.${field}.placeholder`)) continue;
    if (situation.isRemote || draft.has(`${at.join(".")}.title`)) continue;
    draft.write([...at, "title"], title);
    const isNew = field === "comment" && lookUp(source, "bookingFields.comment") === undefined;
    draft.note({
      path: isNew ? "bookingFields.comment" : `bookingFields.${field}.placeholder`,
      kind: "reshaped",
      text: isNew ? commentByDefault : labelByDefault,
    });
  }
};

// What a widget stored at Timekit shows, its configuration there says, so only what the page adds is known.
const shownFields = (source: Found, situation: Situation): readonly FieldName[] => {
  if (situation.isAlreadyV2) return [];
  return fieldNames.filter(
    (field) =>
      isFieldShown(source, field) &&
      !isUnknown(source, `bookingFields.${field}`) &&
      (!situation.isRemote || lookUp(source, `bookingFields.${field}`) !== undefined),
  );
};

const fieldNames = Object.keys(v1Fields).filter((name): name is FieldName => name in v1Fields);

const commentByDefault =
  "v1 shows a comment field unless it is turned off, v2 only where it is listed, so it is listed. Delete it if you do not want it.";

const labelByDefault =
  "v1 has a label of its own for this field and v2 has another or none, so v1's is written out.";
