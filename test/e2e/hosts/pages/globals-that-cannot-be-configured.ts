import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

const names = [
  "jQuery",
  "$",
  "moment",
  "fullcalendar",
  "sprintf",
  "vsprintf",
  "TimekitBooking",
  "define",
  "require",
];

// A `var` at the top of a script can be neither deleted nor replaced by an accessor.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `${writeScript({}, names.map((name) => `var ${name} = Object.freeze({ mine: "${name}" });`).join("\n"))}
       ${writeLoader(parts, { async: "" })}`,
    ),
  globals: names,
  see: () => Reflect.get(window, "jQuery") as unknown,
  sees: { mine: "jQuery" },
};
