import { toHtml } from "../../../../demo/pages/html.ts";
import { resourceIds } from "../../../../demo/timekit/world.ts";
import { fileHeaders } from "../../world/open-servers.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { serveFrame } from "../serve-files.ts";

export const hosts: Hosts = {
  "frame from srcdoc": {
    html: (parts) =>
      writeDocument(
        `<iframe width="1000" height="700" srcdoc="${toHtml(writeDocument(writeLoader(parts, { async: "" })))}"></iframe>`,
      ),
    frame: "iframe",
  },

  // As in Wix's HTML blocks: no origin, so that the broker refuses, and no storage. The message says what is missing.
  "sandboxed frame with null origin": {
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
  },

  "sandboxed frame with same origin": {
    files: () => ({ "frame.html": serveFrame() }),
    html: (parts) => {
      const html = encodeURIComponent(writeDocument(writeLoader(parts, { async: "" })));
      return writeDocument(
        `<iframe sandbox="allow-scripts allow-same-origin" width="1000" height="700" src="frame.html?html=${html}"></iframe>`,
      );
    },
    frame: "iframe",
    browserPrints: /can escape its sandboxing/,
  },

  "cross origin isolated page": {
    headers: {
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
    },
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
    see: () => window.crossOriginIsolated,
    sees: true,
  },

  // A relative broker is relative to the page, whatever its <base> says.
  "page with base href": {
    files: ({ brokerOrigin, pageOrigin }) => ({
      "client-token": async () => {
        const answer = await fetch(`${brokerOrigin}/client-token?resource_id=${resourceIds.twelveSlots}`, {
          headers: { origin: pageOrigin },
        });
        return new Response(await answer.text(), {
          headers: { ...fileHeaders, "content-type": "application/json" },
        });
      },
    }),
    html: (parts) =>
      writeDocument(
        writeLoader(parts, { async: "", src: "../dist/loader.js", "data-broker-url": "client-token" }),
        '<base href="elsewhere/">',
      ),
  },

  "storage denied": {
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
    // What browsers do with cookies blocked.
    prepare: (page) =>
      page.addInitScript(() => {
        const deny = (): never => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        };
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
          Object.defineProperty(window, name, { get: deny });
        Object.defineProperty(Document.prototype, "cookie", { get: deny, set: deny });
      }),
    see: async () => {
      const root = document.querySelector("[data-timekit-part=notice]")?.shadowRoot;
      root?.querySelector("button")?.click();
      await new Promise((resolve) => setTimeout(resolve));
      return root?.querySelector("section");
    },
    sees: null,
  },
};
