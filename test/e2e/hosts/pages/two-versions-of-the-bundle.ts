import { readDist } from "../../../tools/dist.ts";
import { fileHeaders } from "../../world/create-sites.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { serveDist, serveHeld } from "../serve-files.ts";

// The copy that is there stays, and mounts what the later one has brought.
export const page: HostPage = {
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
};
