import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// The page, and with it the policy, allows the broker and has forgotten Timekit, which only v1 asks.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      writeLoader(parts, { async: "" }),
      `<meta http-equiv="content-security-policy" content="connect-src ${new URL(parts.brokerUrl).origin}">`,
    ),
  states: ["failed"],
  prints: [/^error: \[timekit-embed\] widget\/failed .*connect-src.*http:\/\/127\.0\.0\.1:\d+/],
  browserPrints: /^error: (Connecting to|Refused to connect|Fetch API cannot load)/,
};
