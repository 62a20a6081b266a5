import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(writeLoader(parts, { async: "" })).replace('lang="en"', 'lang="ar" dir="rtl"'),
  see: () => {
    const notice = document.querySelector("[data-timekit-part=notice]")?.shadowRoot?.querySelector("section");
    const [link, button] = notice?.querySelectorAll("a, button") ?? [];
    const isMirrored =
      (link?.getBoundingClientRect().left ?? 0) > (button?.getBoundingClientRect().left ?? Number.MAX_VALUE);
    return { direction: notice && getComputedStyle(notice).direction, isMirrored };
  },
  sees: { direction: "rtl", isMirrored: true },
};
