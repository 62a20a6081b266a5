import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import { expectShown } from "../expect-host.ts";
import type { Hosts } from "../host-page.ts";
import { createLoader, ordinaryAttributes, toJson, writeLoader, writeScript } from "../host-script.ts";
import { serveDist, serveHeld, serveScript } from "../serve-files.ts";

export const hosts: Hosts = {
  "sync tag": {
    html: (parts) => writeDocument(`<main>${writeLoader(parts)}<p>Open from nine to five.</p></main>`),
  },

  "async tag": {
    html: (parts) =>
      writeDocument(`<main>${writeLoader(parts, { async: "" })}<p>Open from nine to five.</p></main>`),
  },

  "deferred tag": {
    html: (parts) =>
      writeDocument(`<main>${writeLoader(parts, { defer: "" })}<p>Open from nine to five.</p></main>`),
  },

  // In a module there is no current script; the tag is known by its resource.
  "module tag": {
    files: () => ({ "dist/loader.mjs": serveDist("loader.mjs") }),
    html: (parts) => writeDocument(writeLoader(parts, { type: "module", src: "dist/loader.mjs" })),
  },

  "injected tag": {
    html: (parts) =>
      writeDocument(
        `<main></main>${writeScript({}, `{ ${createLoader(parts)} document.querySelector("main").append(tag); }`)}`,
      ),
  },

  "tag written by document write": {
    html: (parts) =>
      writeDocument(`<main>${writeScript({}, `document.write(${toJson(writeLoader(parts))});`)}</main>`),
  },

  "tag in head with target": {
    html: (parts) =>
      writeDocument(
        `<main><section id="here"><a href="tel:+442079460123">Call us</a></section></main>`,
        writeLoader(parts, { "data-target": "#here" }),
      ),
    places: ["#here"],
    act: async ({ frame }) => {
      await frame.evaluate(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.destroy());
      expect(await frame.locator("#here").innerHTML()).toBe('<a href="tel:+442079460123">Call us</a>');
    },
  },

  // The page of a site owner who has replaced v1's tag and left v1's element where it was.
  "tag in head with bookingjs element": {
    html: (parts) =>
      writeDocument(`<main><div id="bookingjs"></div></main>`, writeLoader(parts, { async: "" })),
    places: ["#bookingjs"],
  },

  // The rest of the document comes once the token is there: only then can the page be known to have no place.
  "tag in head without target": {
    files: () => {
      const { held, release } = serveHeld(serveScript(""));
      return { "rest.js": held, granted: release };
    },
    html: (parts) =>
      writeDocument(
        '<main></main><script src="rest.js"></script>',
        `${writeScript(
          {},
          `addEventListener("timekit-embed:state", ({ detail }) => { if (detail.to === "loading") fetch("granted"); });`,
        )}
       ${writeLoader(parts)}`,
      ),
    states: ["failed"],
    places: [null],
    asked: { vendor: 1, token: 1 },
    prints: [/^error: \[timekit-embed\] config\/no-target .*data-target/],
  },

  // Inside of a shadow tree there is no current script, and the document's queries do not find the tag.
  "tag in shadow root": {
    html: (parts) =>
      writeDocument(
        `<booking-area></booking-area>${writeScript(
          {},
          `{ ${createLoader(parts)}
           document.querySelector("booking-area").attachShadow({ mode: "open" }).append(tag); }`,
        )}`,
      ),
    places: ["booking-area >>> script + div"],
  },

  // Google Tag Manager makes the element anew and keeps nothing but its address.
  "tag manager that strips attributes": {
    html: (parts) => {
      const { src, ...data } = ordinaryAttributes(parts);
      const query = new URLSearchParams(
        Object.entries(data).map(([name, value]) => [name.replace("data-", ""), value ?? ""]),
      );
      return writeDocument(
        `<main id="here"></main>${writeScript(
          {},
          `setTimeout(() => {
           const tag = document.createElement("script");
           tag.src = ${toJson(`${src}?${query}&target=%23here`)};
           document.body.append(tag);
         });`,
        )}`,
      );
    },
    places: ["#here"],
  },

  "two tags": {
    html: (parts) =>
      writeDocument(`<div id="one">${writeLoader(parts)}</div><div id="two">${writeLoader(parts)}</div>`),
    states: ["ready", "ready"],
    places: ["#one > div", "#two > div"],
  },

  "lazy tag on a long page": {
    html: (parts) =>
      writeDocument(
        `<p style="height: 6000px">A long story</p><div>${writeLoader(parts, { async: "", "data-lazy": "" })}</div>`,
      ),
    states: ["waiting"],
    act: async (visit, host) => {
      // Loaded and painted, so that the browser has told what is on screen: nothing was asked for.
      await visit.page.waitForLoadState("load");
      await visit.page.evaluate(async () => {
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      });
      expect(visit.countAsked()).toEqual({ vendor: 0, token: 0 });
      await visit.page.mouse.wheel(0, 20_000);
      await expectShown({ ...host, states: ["ready"] }, visit);
    },
  },
};
