import type { Unread } from "../../../src/migrate/snippet/snippet.ts";
import { create } from "./find.ts";

/** Lists what could not be read; each place is a button that leads there. */
export const showUnread = (
  list: HTMLElement,
  { unread, source }: { unread: readonly Unread[]; source: HTMLTextAreaElement },
): void => {
  const { ownerDocument: document } = list;
  list.replaceChildren(
    ...unread.map(({ at, path, code, reason }) => {
      const button = create(document, "button", `Line ${at.line}, column ${at.column}`);
      button.setAttribute("type", "button");
      button.addEventListener("click", () => leadTo(source, at));
      return create(
        document,
        "li",
        button,
        " ",
        ...(path === "" ? [] : [create(document, "code", path), " "]),
        reason,
        ...(code === "" ? [] : [create(document, "pre", code)]),
      );
    }),
  );
};

const leadTo = (source: HTMLTextAreaElement, { line, column }: Unread["at"]): void => {
  const lines = source.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  const end = start + (lines[line - 1]?.length ?? 0) - column + 1;
  source.focus();
  source.setSelectionRange(start, Math.max(start, end));
  source.scrollTop = (source.scrollHeight / lines.length) * Math.max(0, line - 4);
};
