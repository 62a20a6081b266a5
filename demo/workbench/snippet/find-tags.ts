import type { Candidate } from "./find-calendars.ts";
import type { Remark } from "./snippet.ts";
import type { Tag } from "./split-html.ts";

/** The calendars of our own tags and containers, with the v1 options in `data-config`. */
export const findTags = (tags: readonly Tag[], remark: (one: Remark) => void): readonly Candidate[] =>
  tags.flatMap(({ offset, attributes }) => {
    const resourceId = attributes.get("data-resource-id") ?? attributes.get("data-timekit-resource-id") ?? "";
    const text = attributes.get("data-config") ?? "{}";
    const config = parse(text);
    if (config === undefined) {
      remark({
        offset,
        path: "data-config",
        code: "",
        reason: "data-config is no JSON, so its options were not read.",
      });
    }
    return [{ offset, kind: "tag", config: config ?? {}, ...(resourceId !== "" && { resourceId }) }];
  });

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Said as a remark by the caller.
    return undefined;
  }
};
