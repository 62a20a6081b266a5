import { readDist } from "../../../tools/dist.ts";
import { fileHeaders } from "../../world/open-servers.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";
import { serveDist, serveHeld } from "../serve-files.ts";

export const hosts: Hosts = {
  "bundle that runs three times": {
    html: (parts) =>
      writeDocument(
        `<main>${writeLoader(parts)}</main>
       ${writeScript({ src: "dist/loader.js" })}
       ${writeScript({}, `fetch("dist/loader.js").then((answer) => answer.text()).then(eval);`)}`,
      ),
  },

  // The copy that is there stays, and mounts what the later one has brought.
  "two versions of the bundle": {
    files: () => {
      const { held, release } = serveHeld(serveDist("loader.js"));
      return {
        "dist/loader.js": held,
        "9.8.7/loader.js": async () => {
          const text = (await readDist("loader.js")).toString();
          return new Response(text.replace(/"\d+\.\d+\.\d+"/, '"9.8.7"'), { headers: fileHeaders });
        },
        preloaded: release,
      };
    },
    html: (parts) =>
      writeDocument(
        `<div id="one">${writeLoader(parts)}</div>
       <div id="two">${writeLoader(parts, { src: "9.8.7/loader.js" })}</div>`,
        // Both run while the first one's token is still asked for, which the second then waits for: the first comes only
        // when the second is there.
        `<link rel="preload" as="script" href="9.8.7/loader.js" onload="fetch('preloaded')">`,
      ),
    states: ["ready", "ready"],
    places: ["#one > div", "#two > div"],
    see: () => Reflect.get(Reflect.get(window, "TimekitEmbed") as object, "version") === "9.8.7",
    sees: false,
  },

  "queue before the bundle": {
    html: (parts) =>
      writeDocument(
        `<section id="here"></section>`,
        writeScript(
          {},
          `if (!Array.isArray(window.TimekitEmbed) && !(window.TimekitEmbed && window.TimekitEmbed.mount))
           window.TimekitEmbed = [];
         window.TimekitEmbed.push((api) => {
           api.mount(${mountOptions(parts, { target: "#here" })});
         });`,
        ) + writeLoader(parts, defaultAttributes(parts)),
      ),
    places: ["#here"],
  },
};
