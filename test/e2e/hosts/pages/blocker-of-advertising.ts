import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

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

// What such a list hides by name, and does not let through.
export const page: HostPage = {
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
    const notice = document.querySelector("[data-timekit-part=notice]")?.shadowRoot?.querySelector("section");
    return (notice?.getBoundingClientRect().height ?? 0) > 20;
  },
  sees: true,
};
