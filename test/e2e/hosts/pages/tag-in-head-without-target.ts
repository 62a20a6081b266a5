import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { serveHeld, serveScript } from "../serve-files.ts";

// The rest of the document comes once the token is there: only then can the page be known to have no place.
export const page: HostPage = {
  files: () => {
    const { held, release } = serveHeld(serveScript(""));
    return { "rest.js": held, granted: release };
  },
  html: (parts) =>
    writeDocument(
      '<main></main><script src="rest.js"></script>',
      `${writeScript(
        {},
        `addEventListener("timekit-embed:state", ({ detail }) => { if (detail.to === "loading") fetch("granted"); });`,
      )}
       ${writeLoader(parts)}`,
    ),
  states: ["failed"],
  places: [null],
  asked: { vendor: 1, token: 1 },
  prints: [/^error: \[timekit-embed\] config\/no-target .*data-target/],
};
