import type { ExamineRequest } from "../../loader/owner-tools.ts";
import type { Finding } from "./finding.ts";

export interface TagFacts extends Pick<ExamineRequest, "tag" | "foundBy"> {
  readonly target: Element | null;
}

/** How the calendar came to be: by which tag, and how that was found. */
export const findTag = ({ tag, foundBy, target }: TagFacts): Finding[] => {
  if (!tag) return [{ what: "mounted by", found: describeOther(target) }];
  const how = {
    currentScript: "the running script",
    search: "found by its address or data-resource-id",
  };
  const address = tag.src.replace(/[?#].*/, "") || "written into the page";
  const kind = [tag.async && "async", tag.defer && "defer", tag.type].filter(Boolean).join(", ");
  return [
    { what: "mounted by", found: `a script tag, ${how[foundBy ?? "search"]}` },
    { what: "address", found: kind ? `${address} (${kind})` : address },
  ];
};

const describeOther = (target: Element | null): string =>
  target?.hasAttribute("data-timekit-resource-id")
    ? "a container with data-timekit-resource-id"
    : "a call of mount()";
