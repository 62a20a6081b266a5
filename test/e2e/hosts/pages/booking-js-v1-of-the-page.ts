import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// A page in the middle of its move: the old calendar in one place, ours in another. It is told what is left to do.
export const page: HostPage = {
  files: () => ({
    "jquery.js": servePackage("jquery-3.4/dist/jquery.min.js"),
    "booking.js": servePackage("timekit-booking/dist/booking.min.js"),
  }),
  html: (parts) =>
    writeDocument(
      `<div id="old"></div><div id="new"></div>
       ${writeScript({ src: "jquery.js" })}
       ${writeScript({ src: "booking.js" })}
       ${writeScript(
         {},
         `fetch("${parts.brokerUrl}?resource_id=${parts.resourceId}").then((answer) => answer.json())
           .then(({ app, token, resource }) => {
             document.old = new TimekitBooking();
             document.old.init({ targetEl: "#old", app, email: resource.email, apiToken: token, ...${parts.config} });
           });`,
       )}
       ${writeLoader(parts, { async: "", "data-target": "#new" })}`,
    ),
  places: ["#new"],
  // The page's own jQuery keeps there what listens to the window.
  ignoredGlobals: /^jQuery\d{10,}$/,
  asked: { vendor: 1, token: 2 },
  prints: [
    /^warning: \[timekit-embed\] Booking\.js v1 is still .*\/booking\.js">.*<script>…TimekitBooking…apiToken…/,
  ],
  globals: ["$", "TimekitBooking", "fullcalendar", "jQuery", "moment", "sprintf", "vsprintf"],
  see: async () => {
    interface Booking {
      readonly getConfig: () => { readonly targetEl: string };
    }
    for (let waits = 0; waits < 100 && !document.querySelector("#old .fc-event"); waits += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const jQuery = Reflect.get(window, "jQuery") as (target: string) => { readonly jquery: string };
    return {
      jQuery: jQuery("html").jquery,
      target: (Reflect.get(document, "old") as Booking).getConfig().targetEl,
      hasSlots: document.querySelectorAll("#old .fc-event").length > 0,
    };
  },
  sees: { jQuery: "3.4.1", target: "#old", hasSlots: true },
};
