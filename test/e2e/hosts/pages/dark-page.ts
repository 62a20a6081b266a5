import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  context: { colorScheme: "dark" },
  html: (parts) =>
    writeDocument(
      writeLoader(parts, { async: "" }),
      "<style>:root { color-scheme: light dark } body { background: #111; color: #eee }</style>",
    ),
  see: () => {
    const notice = document.querySelector("[data-timekit-part=notice]")?.shadowRoot?.querySelector("section");
    const style = notice && getComputedStyle(notice);
    return { background: style?.backgroundColor, color: style?.color };
  },
  sees: { background: "rgb(28, 36, 48)", color: "rgb(232, 235, 240)" },
};
