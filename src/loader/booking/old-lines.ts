import { builtIn, type Page, print, readPageConfig, type Undo } from "../page.ts";

/** The lines with which the page itself still loads Booking.js v1, beside our tag. */
export interface OldLines {
  /** A calendar of theirs was seen. */
  readonly onSeen: () => void;
  /** Keeps in mind the scripts in what a target held before it was filled: many stand in there. */
  readonly keep: (held: readonly ChildNode[]) => void;
  /** Calls back with all of them, now if there are any, and when there are more. */
  readonly onFound: (tell: (lines: readonly string[]) => void) => Undo;
  readonly stop: Undo;
}

/** Looks for them once the page is loaded, and again when a calendar of theirs is seen later. New ones are printed. */
export const createOldLines = ({ window, document, console }: Page): OldLines => {
  const listeners = new Set<(lines: readonly string[]) => void>();
  const kept = new Set<HTMLScriptElement>();
  const told = new Set<string>();
  let lines: readonly string[] = [];
  let isSeen = false;
  const isLoaded = (): boolean => builtIn(document, "readyState") === "complete";

  const look = (): void => {
    const found = findOldLines([...builtIn(document, "scripts")], kept, {
      config: readPageConfig(window),
      isSeen,
    });
    if (found.every(({ code }) => told.has(code))) return;
    for (const { code } of found) told.add(code);
    lines = found.map(({ place, code }) => place + code);
    const advice =
      "Booking.js v1 is still loaded by the page itself. Delete these lines, and revoke the token in them in Timekit:";
    print(console, "warn", advice, ...lines);
    for (const tell of listeners) tell(lines);
  };

  const lookOnceLoaded = (): void => {
    if (isLoaded()) look();
  };
  const timer = isLoaded() ? setTimeout(look) : undefined;
  if (!isLoaded()) builtIn(document, "addEventListener")("readystatechange", lookOnceLoaded);
  return {
    stop: () => {
      clearTimeout(timer);
      builtIn(document, "removeEventListener")("readystatechange", lookOnceLoaded);
    },
    onSeen: () => {
      isSeen = true;
      if (isLoaded()) look();
    },
    keep: (held) => {
      for (const node of held)
        if (node instanceof HTMLScriptElement) kept.add(node);
        else if (node instanceof Element)
          for (const script of builtIn(node, "querySelectorAll")("script")) kept.add(script);
    },
    onFound: (tell) => {
      listeners.add(tell);
      if (lines.length) tell(lines);
      return () => listeners.delete(tell);
    },
  };
};

/** Code needs no language; what stands between is left out, since a token may. */
interface OldLine {
  /** Where it is, as the console takes it. */
  readonly place: string;
  readonly code: string;
}

const findOldLines = (
  inPage: readonly HTMLScriptElement[],
  kept: ReadonlySet<HTMLScriptElement>,
  { config, isSeen }: { readonly config: object; readonly isSeen: boolean },
): readonly OldLine[] => {
  // The vendor file's own element, which is about to go, holds its tools.
  const others = inPage.filter((script) => !("timekitEmbedVendor" in script));
  const scripts = [...new Set([...others, ...kept])].map((script) => ({
    place: others.includes(script) ? `document.scripts[${others.indexOf(script)}]: ` : "",
    // Without its query, which may be anybody's.
    file: script.src.replace(/[?#].*/, ""),
    text: script.src ? "" : script.textContent,
  }));
  const snippets = scripts.flatMap(({ place, text }): OldLine[] => {
    const name = ["timekitBookingConfig", "TimekitBooking"].find((name) => text.includes(name));
    return name && text.includes("apiToken") ? [{ place, code: `<script>…${name}…apiToken…</script>` }] : [];
  });
  // Only whether it is there: what it holds is none of our business.
  if ("apiToken" in config && !snippets.some(({ code }) => code.includes("timekitBookingConfig")))
    snippets.push({ place: "", code: "timekitBookingConfig.apiToken" });
  const isCertain = isSeen || snippets.length > 0 || Object.keys(config).length > 0;
  const files = scripts.flatMap(({ file }): OldLine[] =>
    oldFile.test(file) && !laterVersion.test(file) && (isCertain || /timekit|booking-js/.test(file))
      ? [{ place: "", code: `<script src="${file}">` }]
      : [],
  );
  const lines = [...files, ...snippets];
  return isSeen && !lines.length ? [{ place: "", code: "new TimekitBooking().init(…)" }] : lines;
};

/** As it is published; many a site has a `booking.js` that is its own. */
const oldFile = /\/booking(\.min)?\.js$/;

/** As in `/booking-js/v2/booking.min.js` and `timekit-booking@2.9.10`. */
const laterVersion = /[/@]v?[23]([./]|$)/;
