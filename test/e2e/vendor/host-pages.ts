import type { Browser, Page } from "playwright-core";
import { type FetchHandler, startServer } from "../../tools/start-server.ts";

/** A page on which the vendor file could do harm, or could come to harm. */
export interface HostPage {
  readonly name: string;
  readonly html: string;
  /** What its replaced DOM functions may see changed; nothing without it. */
  readonly changedInside?: readonly string[];
}

// The page's own code may write down in here what it has seen.
const noticed = `<script>document.noticed = []; document.notice = (what) => document.noticed.push(String(what));
  document.spy = (name) => new Proxy(function () {}, {
    apply: () => document.notice("calls " + name),
    set: (own, key) => document.notice("sets " + name + "." + String(key)) || true,
    defineProperty: (own, key) => document.notice("defines " + name + "." + String(key)) || true,
    get: (own, key) => (key === "amd" ? {} : undefined),
  });</script>`;

const names = [
  "jQuery",
  "$",
  "moment",
  "fullcalendar",
  "sprintf",
  "vsprintf",
  "TimekitBooking",
  "timekitBookingConfig",
];

const script = (text: string): string => `${noticed}<script>${text}</script>`;

/** The pages, named after their situation. */
export const hostPages: readonly HostPage[] = [
  { name: "a page without any script", html: "" },
  {
    name: "a page with globals made by `var`, which cannot be configured",
    html: script(names.map((name) => `var ${name} = document.spy("${name}");`).join("\n")),
  },
  {
    name: "a page with globals that cannot be changed",
    html: script(
      names
        .map((name) => `Object.defineProperty(window, "${name}", { value: document.spy("${name}") });`)
        .join("\n"),
    ),
  },
  {
    name: "a page with accessors that cannot be configured",
    html: script(
      names
        .map(
          (name) => `Object.defineProperty(window, "${name}", {
            get: () => undefined,
            set: () => document.notice("sets ${name}"),
          });`,
        )
        .join("\n"),
    ),
  },
  {
    name: "a page with an AMD loader",
    html: script(`window.define = document.spy("define"); window.require = document.spy("require");`),
  },
  {
    name: "a page with CommonJS variables",
    html: script(
      `var exports = document.spy("exports"); var module = { exports }; var require = document.spy("require");`,
    ),
  },
  {
    name: "a page that configures Booking.js v1 for itself",
    html: script(
      `window.timekitBookingConfig = Object.freeze({ email: "a@example.com", targetEl: "body" });`,
    ),
  },
  {
    name: "a page with an element that is called like v1's configuration",
    html: `<a id="timekitBookingConfig"></a><a id="moment"></a><form id="jQuery"></form>`,
  },
  { name: "a page with an image that is called currentScript", html: `<img name="currentScript" alt="">` },
  {
    // v1's polyfill asks `this` for the window, which no wrapper can give another meaning.
    name: "a page with a Promise of its own",
    changedInside: ["Promise"],
    html: script(
      `window.Promise = class Promise2 extends Promise { get [Symbol.toStringTag]() { return "Object"; } };`,
    ),
  },
  { name: "a page in windows-1252", html: `<meta charset="windows-1252">` },
];

/** One browser page on one server, which shows host pages one after the other. */
export interface Host {
  /** Loads a page with this markup. */
  readonly show: (html: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Opens the host; `script` is what it serves as `/script.js`. */
export const openHost = async (browser: Browser, script: Uint8Array<ArrayBuffer>): Promise<Host> => {
  let html = "";
  const answer: FetchHandler = (request) =>
    new URL(request.url).pathname === "/script.js"
      ? new Response(script, { headers: { "Content-Type": "text/javascript" } })
      : new Response(`<!doctype html>${html}<div id="bookingjs"></div>`, {
          headers: { "Content-Type": "text/html" },
        });
  const server = await startServer(answer);
  const page = await browser.newPage();
  return {
    show: async (next) => {
      html = next;
      await page.goto(server.origin);
      return page;
    },
    close: async () => {
      await page.close();
      await server.close();
    },
  };
};
