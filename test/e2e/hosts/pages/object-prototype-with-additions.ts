import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

// Enumerable on every object: the worst that old scripts do.
export const page: HostPage = {
  // H15: it fails.
  isOpen: true,
  html: (parts) =>
    writeDocument(
      `${writeScript(
        {},
        `Object.prototype.extend = function (other) { return Object.assign(this, other); };
         Object.prototype.type = "thing";`,
      )}
       ${writeLoader(parts, { async: "" })}`,
    ),
};
