import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

// With a name of its own methods on every object no jQuery starts, the page's neither. Visitors see that it failed.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `${writeScript(
        {},
        `Object.prototype.extend = function (other) { return Object.assign(this, other); };
         Object.prototype.type = "thing";`,
      )}
       ${writeLoader(parts, { async: "" })}`,
    ),
  states: ["failed"],
  prints: [/^error: \[timekit-embed\] vendor\/unusable /],
};
