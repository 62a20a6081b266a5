import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
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
};
