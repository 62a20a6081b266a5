import { render } from "preact";
import type { GuideRequest } from "../loader/owner-tools.ts";
import { migrateConfig } from "../migrate/index.ts";
import { writeLines } from "../migrate/lines/write-lines.ts";
import css from "./guide.css?inline";
import { type Exit, Guide } from "./guide.tsx";
import { chooseGuideWords } from "./guide-words.ts";
import { mergeLayers } from "./merge-layers.ts";

const hostName = "guide";

/**
 * Opens the dialog that says what v2 and v3 need: the lines and the notes that `migrateConfig` makes of this page's v1
 * options. It has a root of its own inside of the notice's, whose styles end there.
 */
export const openGuide = (request: GuideRequest): undefined => {
  const { root, layers, resourceId, upgradeUrl, onCopied } = request;
  const isOpen = root.querySelector(`[data-timekit-part="${hostName}"]`) !== null;
  if (isOpen || !root.host.isConnected) return;

  const document = root.ownerDocument;
  const before = root.activeElement;
  const { words, lang } = chooseGuideWords(request);
  const host = document.createElement("div");
  host.dataset["timekitPart"] = hostName;
  host.lang = lang;
  host.setAttribute("exportparts", "dialog, code, button, link");
  const inner = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  inner.adoptedStyleSheets = [sheet];
  root.append(host);

  const onClosed = (): void => {
    render(null, inner);
    host.remove();
    // Browsers do the same, but not all of them across shadow roots.
    if (before instanceof HTMLElement) before.focus();
  };
  const v1 = mergeLayers(layers);
  const exits = (["v2", "v3"] as const).map((version): Exit => {
    const { config, notes } = migrateConfig(v1, { resourceId, target: version });
    return { version, snippet: writeLines(config, { target: version }), notes };
  });
  render(
    <Guide
      words={words}
      lang={lang}
      exits={exits}
      upgradeUrl={upgradeUrl}
      onCopied={onCopied}
      onClosed={onClosed}
    />,
    inner,
  );
  inner.querySelector("dialog")?.showModal();
};
