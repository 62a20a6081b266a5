import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { toIntegrity } from "../../../../src/build/integrity.ts";

// The script does not run at all: what the target held is what visitors have.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<section id="here"><a href="tel:+442079460123">Call us</a></section>
       ${writeLoader(parts, {
         "data-target": "#here",
         integrity: toIntegrity(Buffer.from("another version")),
         crossorigin: "anonymous",
       })}`,
    ),
  states: [],
  asked: { vendor: 0, token: 0 },
  browserPrints: /^error: Failed to find a valid digest/,
  see: () => document.querySelector("#here a")?.getBoundingClientRect().width !== 0,
  sees: true,
};
