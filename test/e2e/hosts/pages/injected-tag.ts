import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { createLoader, writeScript } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<main></main>${writeScript({}, `{ ${createLoader(parts)} document.querySelector("main").append(tag); }`)}`,
    ),
};
