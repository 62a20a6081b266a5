import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

// Enumerable on every object, as old scripts do it. v1 alone stays empty there, too, and says nothing of it.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `${writeScript({}, `Object.prototype.clone = function () { return { ...this }; };`)}
       ${writeLoader(parts, { async: "" })}`,
    ),
  states: ["failed"],
  prints: [/^error: \[timekit-embed\] widget\/failed /],
};
