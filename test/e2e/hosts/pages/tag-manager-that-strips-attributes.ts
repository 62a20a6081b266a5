import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { ordinaryAttributes, toJson, writeScript } from "../host-script.ts";

// Google Tag Manager makes the element anew and keeps nothing but its address.
export const page: HostPage = {
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
};
