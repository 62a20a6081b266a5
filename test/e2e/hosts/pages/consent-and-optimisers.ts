import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

const words = [
  "banner",
  "advert",
  "ads",
  "ad-",
  "ad_",
  "sponsor",
  "promo",
  "popup",
  "cookie",
  "consent",
  "track",
  "analytic",
];
const hidden = words.flatMap((word) => [
  `[class*="${word}" i]`,
  `[id*="${word}" i]`,
  `[data-timekit-part*="${word}" i]`,
]);

export const hosts: Hosts = {
  // Consent tools keep a tag as text/plain, and put a copy with another type in its place.
  "consent that is given later": {
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
  },

  // As Cloudflare's Rocket Loader does it: another type, so that browsers skip the tag, and its text later.
  "optimiser that evals after load": {
    html: (parts) =>
      writeDocument(
        `<main>${writeLoader(parts, { type: "7d1f-text/javascript" })}</main>
       ${writeScript(
         {},
         `addEventListener("load", () => setTimeout(async () => {
           (0, eval)(await (await fetch("dist/loader.js")).text());
         }));`,
       )}`,
      ),
  },

  // What such a list hides by name, and does not let through.
  "blocker of advertising": {
    html: (parts) =>
      writeDocument(
        writeLoader(parts, { async: "" }),
        `<style>${hidden.join()} { display: none !important }</style>`,
      ),
    prepare: (page) =>
      page.route(/banner|advert|\/ads?[./-]|sponsor|popup|analytic|track|pixel|beacon|telemetry/i, (route) =>
        route.abort(),
      ),
    see: () => {
      const notice = document
        .querySelector("[data-timekit-part=notice]")
        ?.shadowRoot?.querySelector("section");
      return (notice?.getBoundingClientRect().height ?? 0) > 20;
    },
    sees: true,
  },
};
