import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  context: { viewport: { width: 320, height: 640 } },
  html: (parts) => writeDocument(`<main>${writeLoader(parts, { async: "" })}</main>`),
  see: () => ({
    view: document.querySelector(".fc-view")?.className.includes("fc-basicDay-view"),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }),
  sees: { view: true, overflow: 0 },
};
