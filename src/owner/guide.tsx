import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { MigrationNote, NoteKind } from "../migrate/index.ts";
import { copyText } from "./copy-text.ts";
import { type GuideWords, headings } from "./guide-words.ts";
import { Notes } from "./notes.tsx";

export interface GuideProps {
  readonly words: GuideWords;
  /** BCP 47; for the number of the notes. */
  readonly lang: string;
  readonly snippet: string;
  readonly notes: readonly MigrationNote[];
  readonly upgradeUrl: string;
  readonly onCopied: () => void;
  readonly onClosed: () => void;
}

/** The dialog: v2's lines to copy, and what became of each option. Its direction is that of its words, not the page's. */
export const Guide = ({ words, lang, snippet, notes, upgradeUrl, onCopied, onClosed }: GuideProps): VNode => {
  const code = useRef<HTMLTextAreaElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, say] = useState("");
  const copy = async (): Promise<void> => {
    const hasCopied = code.current !== null && (await copyText(code.current));
    say(hasCopied ? words.guideCopied : words.guideCopyFailed);
    if (hasCopied) onCopied();
  };

  return (
    <dialog ref={dialog} part="dialog" dir="auto" aria-labelledby="title" onClose={onClosed}>
      <header>
        <h2 id="title" tabIndex={-1} autofocus>
          {words.guideTitle}
        </h2>
        <button part="button" onClick={() => dialog.current?.close()}>
          {words.guideClose}
        </button>
      </header>
      <p>{words.guideIntro}</p>
      <textarea
        ref={code}
        part="code"
        aria-label={words.guideCode}
        readOnly
        spellcheck={false}
        dir="ltr"
        lang="en"
        rows={12}
        wrap="off"
        value={snippet}
      />
      <div class="actions">
        <button part="button" class="main" onClick={() => void copy()}>
          {words.guideCopy}
        </button>
        <a part="link" href={upgradeUrl} target="_blank" rel="noopener">
          {words.guideLink}
        </a>
        <span role="status">{said}</span>
      </div>
      {words.guideNotes && <p>{words.guideNotes}</p>}
      {kinds.map((kind) => (
        <Notes
          key={kind}
          heading={words[headings[kind]]}
          lang={lang}
          notes={notes.filter((note) => note.kind === kind)}
          isOpen={kind === "needs-you"}
        />
      ))}
    </dialog>
  );
};

const kinds: readonly NoteKind[] = ["needs-you", "dropped", "reshaped", "renamed"];
