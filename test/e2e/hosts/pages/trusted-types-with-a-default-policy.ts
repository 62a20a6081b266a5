import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { writePolicy } from "../policy.ts";

// jQuery 3 writes strings: what makes them trusted can only be the page's own default policy.
export const page: HostPage = {
  headers: writePolicy({
    "script-src": "'nonce-Zm9yIG9uY2U='",
    "style-src": "'self' 'unsafe-inline'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "default timekit-embed",
  }),
  html: (parts) =>
    writeDocument(
      `${writeScript(
        { nonce: "Zm9yIG9uY2U=" },
        `trustedTypes.createPolicy("default", { createHTML: (html) => html });`,
      )}
       ${writeLoader(parts, { nonce: "Zm9yIG9uY2U=", async: "" })}`,
    ),
};
