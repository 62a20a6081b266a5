import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// Elements with an id are properties of the window, and a form's fields are properties of the form.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(`<form id="TimekitEmbed"><input name="mount"></form>${writeLoader(parts, { async: "" })}`),
};
