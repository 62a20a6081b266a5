import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";

// v1 puts its styles into the document, from where they do not reach into a shadow tree.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<booking-area></booking-area>${writeLoader(parts, defaultAttributes(parts))}${writeScript(
        {},
        `{ const root = document.querySelector("booking-area").attachShadow({ mode: "open" });
         root.append(document.createElement("section"));
         TimekitEmbed.mount({ ...${mountOptions(parts)}, target: root.firstChild }); }`,
      )}`,
    ),
  places: ["booking-area >>> section"],
  see: () => {
    const root = document.querySelector("booking-area")?.shadowRoot;
    const slot = root?.querySelector(".fc-event");
    return slot && { position: getComputedStyle(slot).position, cursor: getComputedStyle(slot).cursor };
  },
  sees: { position: "absolute", cursor: "pointer" },
};
