import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// The document's head is then a form, whose `append` is a text field.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(`<form name="head"><input name="append"></form>${writeLoader(parts, { async: "" })}`),
};
