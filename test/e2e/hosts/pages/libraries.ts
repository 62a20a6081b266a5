import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage, Hosts } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

/** Script of a page that uses its jQuery: a plugin, data, and a delegated listener. */
const usingJquery = `
  jQuery.fn.mine = function () { return "mine"; };
  jQuery.clicks = 0;
  jQuery(document).on("click.mine", "html", () => { jQuery.clicks += 1; });
  jQuery(document).data("note", "kept");`;

interface PageJquery {
  (target: unknown): {
    readonly jquery: string;
    readonly mine: () => string;
    readonly data: (name: string) => unknown;
    readonly trigger: (event: string) => unknown;
  };
  readonly clicks: number;
}

/** Runs in the page: whether what the page did with its jQuery still works. */
const readJquery = (): unknown => {
  const jQuery = Reflect.get(window, "jQuery") as PageJquery;
  document.documentElement.click();
  jQuery("html").trigger("click");
  return {
    version: jQuery("html").jquery,
    plugin: jQuery("html").mine(),
    clicks: jQuery.clicks,
    data: jQuery(document).data("note"),
    isSame: Reflect.get(window, "$") === jQuery,
  };
};

// A jQuery of the page's own, as this package brings it.
const pageWithJquery = (name: string, version: string): HostPage => ({
  files: () => ({ "jquery.js": servePackage(`${name}/dist/jquery.min.js`) }),
  html: (parts) =>
    writeDocument(
      `${writeScript({ src: "jquery.js" })}${writeScript({}, usingJquery)}${writeLoader(parts, { async: "" })}`,
    ),
  globals: ["jQuery", "$"],
  see: readJquery,
  sees: { version, plugin: "mine", clicks: 2, data: "kept", isSame: true },
});

export const hosts: Hosts = {
  "jquery 1": pageWithJquery("jquery-1", "1.12.4"),
  "jquery 3": pageWithJquery("jquery", "3.7.1"),
  "jquery 4": pageWithJquery("jquery-4", "4.0.0"),

  // v1 closes its form with `$(document).off("keyup")`, which on a shared jQuery took every handler of the page with it.
  "key handlers of the page": {
    files: () => ({ "jquery.js": servePackage("jquery/dist/jquery.min.js") }),
    html: (parts) =>
      writeDocument(
        `${writeScript({ src: "jquery.js" })}
       ${writeScript(
         {},
         `document.keys = [];
          document.addEventListener("keyup", ({ key }) => document.keys.push("dom " + key));
          jQuery(document).on("keyup", ({ key }) => document.keys.push("jQuery " + key));`,
       )}
       ${writeLoader(parts, { async: "" })}`,
      ),
    globals: ["jQuery", "$"],
    act: async ({ page }) => {
      await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
      await page.locator(".fc-event").first().click();
      await page.locator(".bookingjs-bookpage.show").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".bookingjs-bookpage").waitFor({ state: "detached" });
      await page.keyboard.press("a");
      expect(await page.evaluate(() => Reflect.get(document, "keys") as unknown)).toEqual([
        "dom Escape",
        "jQuery Escape",
        "dom a",
        "jQuery a",
      ]);
    },
  },

  // A younger moment than v1's own, in another language, with a method of the page's.
  moment: {
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
  },

  // A page in the middle of its move: the old calendar in one place, ours in another. It is told what is left to do.
  "booking js v1 of the page": {
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
  },

  // The owner has added our tag and forgotten to remove v1: its configuration is read, but neither its credential nor
  // the place that is its own by data-target.
  "booking js v1 that starts by itself": {
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
    // What is ignored is known when v1 starts, and what is to be deleted when the page is loaded: in either order.
    prints: Array<RegExp>(4).fill(
      /^warning: \[timekit-embed\] (Ignored: config\.(apiToken|email|app)$|Booking\.js v1 is still .*\/booking\.js">.*<script>…timekitBookingConfig…apiToken…)/,
    ),
    // The page's own calendar complains of its old token.
    browserPrints: /Failed to load resource|TimekitBooking Error/,
    see: () => ({
      isListing: document.querySelector("#new .fc-list-table") !== null,
      config: Reflect.get(window, "timekitBookingConfig") as unknown,
    }),
    sees: {
      isListing: true,
      config: expect.objectContaining({
        targetEl: "#old",
        apiToken: "an-old-token",
        email: "old@example.com",
      }),
    },
  },

  "booking js v2 of the page": {
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
  },
};
