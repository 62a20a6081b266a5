import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

export const page: HostPage = {
  files: () => ({
    "jquery.js": servePackage("jquery/dist/jquery.min.js"),
    "booking.js": servePackage("timekit-booking-v2/dist/booking.min.js"),
  }),
  html: (parts) =>
    writeDocument(
      `${writeScript({ src: "jquery.js" })}${writeScript({ src: "booking.js" })}${writeLoader(parts, { async: "" })}`,
    ),
  globals: ["$", "TimekitBooking", "_", "fullcalendar", "jQuery", "moment", "sprintf", "vsprintf"],
  see: () => typeof Reflect.get(window, "TimekitBooking"),
  sees: "function",
};
