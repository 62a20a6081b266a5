import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { MigrationNote, NoteKind } from "../migrate/index.ts";
import { copyText } from "./copy-text.ts";
import { type GuideWords, headings } from "./guide-words.ts";
import { Notes } from "./notes.tsx";

/** A version to move on to. */
export interface Exit {
  readonly version: "v2" | "v3";
  readonly snippet: string;
  readonly notes: readonly MigrationNote[];
}

export interface GuideProps {
  readonly words: GuideWords;
  /** BCP 47; for the number of the notes. */
  readonly lang: string;
  /** In the order in which they are shown, side by side where there is room. */
  readonly exits: readonly Exit[];
  readonly upgradeUrl: string;
  readonly onCopied: () => void;
  readonly onClosed: () => void;
}

/** The dialog: the lines to copy for each way on, and what became of each option. Its direction is that of its words, not the page's. */
export const Guide = ({ words, lang, exits, upgradeUrl, onCopied, onClosed }: GuideProps): VNode => {
  const dialog = useRef<HTMLDialogElement>(null);
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
      <p>
        {words.guideDeprecated}{" "}
        <a part="link" href={upgradeUrl} target="_blank" rel="noopener">
          {words.guideLink}
        </a>
      </p>
      {words.guideNotes && <p>{words.guideNotes}</p>}
      <div class="exits">
        {exits.map((exit) => (
          <Lines key={exit.version} {...exit} words={words} lang={lang} onCopied={onCopied} />
        ))}
      </div>
    </dialog>
  );
};

type LinesProps = Exit & Pick<GuideProps, "words" | "lang" | "onCopied">;

const Lines = ({ version, snippet, notes, words, lang, onCopied }: LinesProps): VNode => {
  const code = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState("");
  const name = `Booking.js ${version}`;
  const copy = async (): Promise<void> => {
    const hasCopied = code.current !== null && (await copyText(code.current));
    say(hasCopied ? words.guideCopied : words.guideCopyFailed);
    if (hasCopied) onCopied();
  };

  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <p>{version === "v2" ? words.guideV2 : words.guideV3}</p>
      <textarea
        ref={code}
        part="code"
        aria-label={`${words.guideCode}: ${name}`}
        readOnly
        spellcheck={false}
        dir="ltr"
        lang="en"
        rows={12}
        wrap="off"
        value={snippet}
      />
      <div class="actions">
        <button
          part="button"
          class="main"
          aria-label={`${words.guideCopy}: ${name}`}
          onClick={() => void copy()}
        >
          {words.guideCopy}
        </button>
        <span role="status">{said}</span>
      </div>
      {kinds.map((kind) => (
        <Notes
          key={kind}
          heading={words[headings[kind]]}
          lang={lang}
          notes={notes.filter((note) => note.kind === kind)}
          isOpen={kind === "needs-you"}
        />
      ))}
    </section>
  );
};

const kinds: readonly NoteKind[] = ["needs-you", "dropped", "reshaped", "renamed"];
