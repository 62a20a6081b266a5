import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { mountOptions, defaultAttributes, writeLoader, writeScript } from "../host-script.ts";

// One calendar goes while the token is asked for, one while v1 is about to start; the third stays.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<div id="one"></div><div id="two"></div><div id="three"></div>
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `document.told = [];
          addEventListener("timekit-embed:state", ({ target, detail }) => {
            document.told.push(target.id + " " + detail.to);
            if (target.id === "one" && detail.to === "authorizing") target.remove();
            if (target.id === "two" && detail.to === "loading") target.remove();
          });
          for (const target of ["#one", "#two", "#three"])
            TimekitEmbed.mount({ ...${mountOptions(parts)}, target }).ready.catch(({ code }) => document.told.push(code));`,
       )}`,
    ),
  places: ["#three"],
  see: () => [...(Reflect.get(document, "told") as string[])].sort(),
  sees: [
    "embed/destroyed",
    "embed/destroyed",
    "one authorizing",
    "three authorizing",
    "three loading",
    "three ready",
    "two authorizing",
    "two loading",
  ],
};
