import { findCurrentTag } from "../loader/discovery/tags.ts";
import type { OwnerTools } from "../loader/owner-tools.ts";
import { chooseGuideWords } from "./guide-words.ts";
import { examine } from "./doctor/examine.ts";
import { openGuide } from "./open-guide.tsx";

// The entry of the owners' file. The loader runs it when an owner asks for one of the tools, and finds them at the
// script element, as it does with the vendor file: nothing is left on the page's window.
const tools: OwnerTools = {
  openGuide,
  examine,
  describeOldLines: (request) =>
    chooseGuideWords(request).words.oldLines.replace("%", () => request.lines.join(", ")),
};
const script = findCurrentTag(document);
if (script) Object.assign(script, { timekitEmbedOwner: tools });
