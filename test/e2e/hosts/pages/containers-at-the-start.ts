import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<article id="one" data-timekit-resource-id="${parts.resourceId}"></article>
       <article id="two" data-timekit-resource-id="${parts.resourceId}"></article>`,
      writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
    ),
  states: ["ready", "ready"],
  places: ["#one", "#two"],
};
