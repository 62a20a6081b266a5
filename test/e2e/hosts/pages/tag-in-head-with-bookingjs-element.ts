import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// The page of a site owner who has replaced v1's tag and left v1's element where it was.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(`<main><div id="bookingjs"></div></main>`, writeLoader(parts, { async: "" })),
  places: ["#bookingjs"],
};
