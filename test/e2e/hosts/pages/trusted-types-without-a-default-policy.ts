import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { writePolicy } from "../policy.ts";

// jQuery 3 writes strings of HTML, which needs a default policy. The failure names the directive.
export const page: HostPage = {
  headers: writePolicy({
    "style-src": "'self' 'unsafe-inline'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "timekit-embed",
  }),
  html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
  states: ["failed"],
  prints: [/^error: \[timekit-embed\] .*require-trusted-types-for/],
  browserPrints: /This document requires 'TrustedHTML' assignment/,
};
