import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { writePolicy } from "../policy.ts";

export const page: HostPage = {
  headers: writePolicy({
    "style-src": "'self' 'unsafe-inline'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
  }),
  html: (parts) => writeDocument(writeLoader(parts, { async: "" })),
  states: ["failed"],
  asked: { vendor: 0, token: 1 },
  prints: [/^error: \[timekit-embed\] vendor\/blocked .*trusted-types/],
  browserPrints: /This document requires 'Trusted|Creating a TrustedTypePolicy/,
};
