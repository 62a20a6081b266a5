import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { toJson, writeLoader, writeScript } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(`<main>${writeScript({}, `document.write(${toJson(writeLoader(parts))});`)}</main>`),
};
