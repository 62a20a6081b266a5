import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// A younger moment than v1's own, in another language, with a method of the page's.
export const page: HostPage = {
  files: () => ({ "moment.js": servePackage("moment/min/moment-with-locales.min.js") }),
  html: (parts) =>
    writeDocument(
      `${writeScript({ src: "moment.js" })}
       ${writeScript({}, `moment.locale("de"); moment.fn.mine = function () { return this.format("MMMM"); };`)}
       ${writeLoader(parts, { async: "" })}`,
    ),
  globals: ["moment"],
  see: () => {
    interface Moment {
      (text: string): { mine: () => string };
      readonly version: string;
      readonly locale: () => string;
    }
    const moment = Reflect.get(window, "moment") as Moment;
    const day = document.querySelector(".fc-day-header")?.textContent ?? "";
    return {
      isYounger: Number(moment.version.split(".")[1]) > 20,
      locale: moment.locale(),
      mine: moment("2026-03-01").mine(),
      isCalendarEnglish: /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) /.test(day),
    };
  },
  sees: { isYounger: true, locale: "de", mine: "März", isCalendarEnglish: true },
};
