import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";
import { writePolicy } from "../policy.ts";

// The nonce that would allow it is not the page's. The failure names the directive, and what to add to it.
export const page: HostPage = {
  headers: writePolicy({ "script-src": "'nonce-Zm9yIG9uY2U='" }),
  html: (parts) =>
    writeDocument(
      `<section id="here"></section>${writeLoader(parts, {
        ...defaultAttributes(parts),
        nonce: "Zm9yIG9uY2U=",
      })}
       ${writeScript(
         { nonce: "Zm9yIG9uY2U=" },
         `TimekitEmbed.mount(${mountOptions(parts, { target: "#here", nonce: "another" })});`,
       )}`,
    ),
  states: ["failed"],
  places: ["#here"],
  // Each attempt, though none of them reaches the host.
  asked: { vendor: 3, token: 1 },
  prints: [/^error: \[timekit-embed\] vendor\/blocked .*script-src(-elem)? .*http:\/\/127\.0\.0\.1:\d+/],
  browserPrints: /^error: (Loading the script|Refused to load the script)/,
};
