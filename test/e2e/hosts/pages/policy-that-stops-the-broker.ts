import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { writePolicy } from "../policy.ts";

// The failure names the directive, and what to add to it.
export const page: HostPage = {
  headers: writePolicy({ "connect-src": "'self'" }),
  html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
  states: ["failed"],
  asked: { vendor: 1, token: 0 },
  prints: [/^error: \[timekit-embed\] broker\/unreachable .*connect-src.*http:\/\/127\.0\.0\.1:\d+/],
  browserPrints: /^error: (Connecting to|Refused to connect|Fetch API cannot load|Refused to apply|Applying)/,
};
