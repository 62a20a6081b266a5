import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { defaultAttributes, mountOptions, vendorPath, writeLoader, writeScript } from "../host-script.ts";
import { serveDist } from "../serve-files.ts";

// Scripts without a charset of their own are read in the page's.
const headers = { "content-type": "text/javascript", "access-control-allow-origin": "*" };

export const hosts: Hosts = {
  "quirks mode": {
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })).replace("<!doctype html>", ""),
    see: () => document.compatMode,
    sees: "BackCompat",
  },

  // v1 writes HTML that is no XML, and says nothing of it.
  "xhtml page": {
    headers: { "content-type": "application/xhtml+xml; charset=utf-8" },
    html: (parts) =>
      `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
     <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Bicycle repairs</title>
     <link rel="icon" href="data:," /></head><body><main>${writeLoader(parts, { async: "" })}</main></body></html>`,
    states: ["failed"],
    prints: [/^error: \[timekit-embed\] widget\/failed /],
  },

  "page in windows 1252": {
    headers: { "content-type": "text/html; charset=windows-1252" },
    files: () => ({
      "dist/loader.js": serveDist("loader.js", headers),
      [vendorPath]: serveDist(vendorPath.replace("dist/", ""), headers),
    }),
    html: (parts) => writeDocument(writeLoader(parts, { async: "" })).replace('<meta charset="utf-8">', ""),
    see: () => ({
      charset: document.characterSet,
      // Read as windows-1252, every UTF-8 character beyond ASCII starts with one of these.
      hasGarbage: /[ÃÂâ]/.test(
        document.body.innerText +
          [...document.querySelectorAll("[data-timekit-part]")]
            .map((part) => part.shadowRoot?.textContent)
            .join(""),
      ),
    }),
    sees: { charset: "windows-1252", hasGarbage: false },
  },

  "right to left page": {
    html: (parts) =>
      writeDocument(writeLoader(parts, { async: "" })).replace('lang="en"', 'lang="ar" dir="rtl"'),
    see: () => {
      const notice = document
        .querySelector("[data-timekit-part=notice]")
        ?.shadowRoot?.querySelector("section");
      const [link, button] = notice?.querySelectorAll("a, button") ?? [];
      const isMirrored =
        (link?.getBoundingClientRect().left ?? 0) >
        (button?.getBoundingClientRect().left ?? Number.MAX_VALUE);
      return { direction: notice && getComputedStyle(notice).direction, isMirrored };
    },
    sees: { direction: "rtl", isMirrored: true },
  },

  // One image keeps the browser waiting until the calendar is there, and for twenty seconds at most.
  "load event that comes late": {
    files: () => {
      let send: (answer: Response) => void = () => undefined;
      const image = new Promise<Response>((resolve) => {
        send = resolve;
      });
      const answer = (): Response =>
        new Response("<svg xmlns='http://www.w3.org/2000/svg'/>", {
          headers: { "content-type": "image/svg+xml" },
        });
      return {
        "late.svg": () => {
          setTimeout(() => send(answer()), 20_000);
          return image;
        },
        "now.svg": () => {
          send(answer());
          return answer();
        },
      };
    },
    html: (parts) =>
      writeDocument(
        `<img src="late.svg" alt="">
       ${writeScript(
         {},
         `document.order = [];
          addEventListener("timekit-embed:ready", () => { document.order.push("ready"); fetch("now.svg"); });
          addEventListener("load", () => document.order.push("load"));`,
       )}
       ${writeLoader(parts, { async: "" })}`,
      ),
    see: () => Reflect.get(document, "order") as unknown,
    sees: ["ready", "load"],
  },

  // v1 puts its styles into the document, from where they do not reach into a shadow tree.
  "target in shadow root": {
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
  },
};
