import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(`<div id="one">${writeLoader(parts)}</div><div id="two">${writeLoader(parts)}</div>`),
  states: ["ready", "ready"],
  places: ["#one > div", "#two > div"],
};
