import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) => writeDocument("<main></main>", writeLoader(parts)),
  states: ["failed"],
  places: [null],
  // It had to start before the page was known to have no place.
  asked: { vendor: 1, token: 1 },
  prints: [/^error: \[timekit-embed\] config\/no-target .*data-target/],
};
