import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { serveFrame } from "../serve-files.ts";

// As in Wix's HTML blocks: no origin, so that the broker refuses, and no storage. The message says what is missing.
export const page: HostPage = {
  files: () => ({ "frame.html": serveFrame() }),
  html: (parts) => {
    const html = encodeURIComponent(writeDocument(writeLoader(parts, { async: "" })));
    return writeDocument(
      `<iframe sandbox="allow-scripts" width="1000" height="700" src="frame.html?html=${html}"></iframe>`,
    );
  },
  frame: "iframe",
  states: ["failed"],
  asked: { vendor: 1, token: 3 },
  prints: [/^error: \[timekit-embed\] broker\/unreachable .*allow-same-origin/],
  browserPrints: /^error: (Access to fetch at|Failed to load resource)/,
};
