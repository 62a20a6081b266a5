import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// The owner has added our tag and forgotten to remove v1: its configuration is read, but neither its credential nor
// the place that is its own by data-target.
export const page: HostPage = {
  files: () => ({
    "jquery.js": servePackage("jquery-3.4/dist/jquery.min.js"),
    "booking.js": servePackage("timekit-booking/dist/booking.min.js"),
  }),
  html: (parts) =>
    writeDocument(
      `<div id="old"></div><div id="new"></div>
       ${writeScript({ src: "jquery.js" })}
       ${writeScript(
         {},
         `window.timekitBookingConfig = Object.freeze({ ...${parts.config}, targetEl: "#old", app: "somebody",
           email: "old@example.com", apiToken: "an-old-token", availabilityView: "listing" });`,
       )}
       ${writeScript({ src: "booking.js" })}
       ${writeLoader(parts, { async: "", "data-target": "#new" })}`,
    ),
  places: ["#new"],
  // The page's own jQuery keeps there what listens to the window.
  ignoredGlobals: /^jQuery\d{10,}$/,
  globals: [
    "$",
    "TimekitBooking",
    "fullcalendar",
    "jQuery",
    "moment",
    "sprintf",
    "timekitBookingConfig",
    "vsprintf",
  ],
  prints: [
    ...["apiToken", "email", "app"].map((name) => `warning: [timekit-embed] Ignored: config.${name}`),
    /^warning: \[timekit-embed\] Booking\.js v1 is still .*\/booking\.js">.*<script>…timekitBookingConfig…apiToken…/,
  ],
  // The page's own calendar complains of its old token.
  browserPrints: /Failed to load resource|TimekitBooking Error/,
  see: () => ({
    isListing: document.querySelector("#new .fc-list-table") !== null,
    config: Reflect.get(window, "timekitBookingConfig") as unknown,
  }),
  sees: {
    isListing: true,
    config: expect.objectContaining({ targetEl: "#old", apiToken: "an-old-token", email: "old@example.com" }),
  },
};
