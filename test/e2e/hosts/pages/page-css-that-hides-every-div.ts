import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// The page's rule may hide v1, which lives among the page's elements; what we say to visitors is not hidden by it.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<section id="here"></section>${writeLoader(parts, { async: "", "data-target": "#here" })}`,
      "<style>div, section > p, i { display: none !important }</style>",
    ),
  places: ["#here"],
  slots: 0,
  see: () => {
    const notice = document.querySelector("[data-timekit-part=notice]");
    return [notice, ...(notice?.shadowRoot?.querySelectorAll("section, p, a, button") ?? [])].map(
      (element) => (element?.getBoundingClientRect().height ?? 0) > 10,
    );
  },
  sees: [true, true, true, true, true],
};
