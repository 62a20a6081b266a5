import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

// Consent tools keep a tag as text/plain, and put a copy with another type in its place.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<main>${writeLoader(parts, { type: "text/plain" })}</main>
       ${writeScript({ src: "dist/loader.js", async: "" })}
       ${writeScript(
         {},
         `addEventListener("load", () => setTimeout(() => {
            window.hadCalendar = document.querySelector("[data-timekit-part]") !== null;
            const old = document.querySelector("script[type='text/plain']");
            const copy = document.createElement("script");
            for (const { name, value } of old.attributes) if (name !== "type") copy.setAttribute(name, value);
            old.replaceWith(copy);
          }, 300));`,
       )}`,
    ),
  // Until then the other tag had nothing to do.
  prints: [/^error: \[timekit-embed\] config\/no-resource-id /],
  globals: ["hadCalendar"],
  see: () => Reflect.get(window, "hadCalendar"),
  sees: false,
};
