import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { serveFrame } from "../serve-files.ts";

export const page: HostPage = {
  files: () => ({ "frame.html": serveFrame() }),
  html: (parts) => {
    const html = encodeURIComponent(writeDocument(writeLoader(parts, { async: "" })));
    return writeDocument(
      `<iframe sandbox="allow-scripts allow-same-origin" width="1000" height="700" src="frame.html?html=${html}"></iframe>`,
    );
  },
  frame: "iframe",
  browserPrints: /can escape its sandboxing/,
};
