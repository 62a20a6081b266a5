import type { MigrationNote, NoteKind } from "../../../src/migrate/index.ts";
import { create } from "./find.ts";

/** Lists the notes by what they ask of the reader, what needs a person first and open. */
export const showNotes = (list: HTMLElement, notes: readonly MigrationNote[]): void => {
  const { ownerDocument: document } = list;
  const open = new Set(
    [...list.querySelectorAll("details[open]")].map((one) => one.getAttribute("data-kind")),
  );
  const isFirst = list.childElementCount === 0;
  list.replaceChildren(
    ...kinds.flatMap(({ kind, heading }) => {
      const own = notes.filter((note) => note.kind === kind);
      if (own.length === 0) return [];
      const items = own.map(({ path, text }) =>
        create(document, "li", ...(path === "" ? [] : [create(document, "code", path), " "]), text),
      );
      const summary = create(document, "summary", create(document, "strong", heading), ` ${own.length}`);
      const details = create(document, "details", summary, create(document, "ul", ...items));
      details.dataset["kind"] = kind;
      details.toggleAttribute("open", isFirst ? kind === "needs-you" : open.has(kind));
      return [details];
    }),
  );
};

const kinds: readonly { readonly kind: NoteKind; readonly heading: string }[] = [
  { kind: "needs-you", heading: "Needs you" },
  { kind: "dropped", heading: "Has no place there" },
  { kind: "reshaped", heading: "Written differently" },
  { kind: "renamed", heading: "Renamed" },
];
