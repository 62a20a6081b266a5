import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

const rules = `*, *::before { all: unset; letter-spacing: 3px; text-transform: uppercase; font: 40px/2 serif }
  button { background: red !important; border: 9px solid lime } a { color: orange; display: block !important }
  p { margin: 50px } section { padding: 90px; border: 9px solid }`;

// v1 takes what it gets; our own parts look as they always do.
export const page: HostPage = {
  html: (parts) => writeDocument(writeLoader(parts, { async: "" }), `<style>${rules}</style>`),
  slots: 12,
  see: () => {
    const root = document.querySelector("[data-timekit-part=notice]")?.shadowRoot;
    const read = (selector: string): Partial<CSSStyleDeclaration> => {
      const element = root?.querySelector(selector);
      return element ? getComputedStyle(element) : {};
    };
    return {
      section: [read("section").display, read("section").paddingTop, read("section").borderTopWidth],
      text: [read("p").fontSize, read("p").letterSpacing, read("p").textTransform, read("p").marginTop],
      button: [read("button").backgroundColor, read("button").borderTopWidth],
      link: read("a").color,
    };
  },
  sees: {
    section: ["flex", "8px", "1px"],
    text: ["14px", "normal", "none", "0px"],
    button: ["rgba(0, 0, 0, 0)", "0px"],
    link: "rgb(11, 87, 183)",
  },
};
