import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";

export const page: HostPage = {
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
};
