import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import { expectShown } from "../expect-host.ts";
import type { Hosts } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// What Astro's router does: fetch, parse, put the new body in the old one's place.
const router = `document.go = async (path) => {
    const text = await (await fetch(path)).text();
    const next = new DOMParser().parseFromString(text, "text/html");
    document.dispatchEvent(new Event("astro:before-swap"));
    document.title = next.title;
    document.body.replaceWith(document.adoptNode(next.body));
    document.dispatchEvent(new Event("astro:after-swap"));
  };`;

const head = writeScript({ src: "turbo.js" });

export const hosts: Hosts = {
  // Strict mode mounts, unmounts and mounts again at once. The page's switch then takes the calendar away and back.
  "react that mounts and unmounts": {
    files: () => ({
      "react.js": servePackage("react/umd/react.development.js"),
      "react-dom.js": servePackage("react-dom/umd/react-dom.development.js"),
    }),
    html: (parts) =>
      writeDocument(
        `<main></main>${writeScript({ src: "react.js" })}${writeScript({ src: "react-dom.js" })}
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `{ const { createElement, StrictMode, useEffect, useRef, useState } = React;
            const Calendar = () => {
              const place = useRef(null);
              useEffect(() => {
                const embed = TimekitEmbed.mount({ ...${mountOptions(parts)}, target: place.current });
                return embed.destroy;
              }, []);
              return createElement("section", { ref: place });
            };
            const Page = () => {
              const [isOpen, setOpen] = useState(true);
              document.setOpen = setOpen;
              return isOpen ? createElement(Calendar) : createElement("p", null, "Closed");
            };
            const root = ReactDOM.createRoot(document.querySelector("main"));
            ReactDOM.flushSync(() => root.render(createElement(StrictMode, null, createElement(Page)))); }`,
       )}`,
      ),
    places: ["section"],
    globals: ["React", "ReactDOM"],
    asked: { vendor: 1, token: 2 },
    see: async () => {
      const api = Reflect.get(window, "TimekitEmbed") as Api;
      const setOpen = Reflect.get(document, "setOpen") as (isOpen: boolean) => void;
      const [first] = api.embeds;
      const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 50));
      setOpen(false);
      for (let waits = 0; waits < 100 && api.embeds.length > 0; waits += 1) await pause();
      const closed = [first?.state, api.embeds.length, document.querySelector("main")?.innerHTML];
      setOpen(true);
      for (let waits = 0; waits < 100 && api.embeds.length === 0; waits += 1) await pause();
      await api.embeds[0]?.ready;
      return { closed, again: api.embeds.map(({ state }) => state) };
    },
    sees: { closed: ["destroyed", 0, "<p>Closed</p>"], again: ["ready"] },
    browserPrints: /Download the React DevTools/,
  },

  // An Angular page: promises, timers, observers and listeners are Angular's.
  "zone js": {
    files: () => ({ "zone.js": servePackage("zone.js/bundles/zone.umd.min.js") }),
    html: (parts) => writeDocument(`${writeScript({ src: "zone.js" })}${writeLoader(parts, { async: "" })}`),
    globals: ["Zone"],
    ignoredGlobals: /^__zone_symbol__/,
  },

  "astro that swaps bodies": {
    files: () => ({
      "hours.html": () => new Response("<h1>Hours</h1>", { headers: { "content-type": "text/html" } }),
    }),
    html: (parts) =>
      writeDocument(
        `<section data-timekit-resource-id="${parts.resourceId}"></section>`,
        writeScript({}, router) + writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
      ),
    places: ["section"],
    asked: { vendor: 1, token: 2 },
    act: async (visit, host) => {
      const go = (path: string): Promise<void> =>
        visit.page.evaluate(
          (path) => (Reflect.get(document, "go") as (path: string) => Promise<void>)(path),
          path,
        );
      await go("hours.html");
      await visit.page.waitForFunction(
        () => (Reflect.get(window, "TimekitEmbed") as Api).embeds.length === 0,
      );
      expect(await visit.page.locator("[data-timekit-part]").count()).toBe(0);
      await go("./");
      await expectShown(host, visit);
    },
  },

  // Turbo runs the body's scripts again when it comes back; the copy of the old calendar is still beside the tag.
  "turbo with the tag in body": {
    files: () => ({
      "turbo.js": servePackage("@hotwired/turbo/dist/turbo.es2017-umd.js"),
      "hours.html": () =>
        new Response(writeDocument('<h1>Hours</h1><a href="./">Book</a>', head), {
          headers: { "content-type": "text/html" },
        }),
    }),
    html: (parts) =>
      writeDocument(`<main><a href="hours.html">Hours</a>${writeLoader(parts, { async: "" })}</main>`, head),
    globals: ["Turbo"],
    asked: { vendor: 1, token: 2 },
    act: async (visit, host) => {
      const { page: tab } = visit;
      await tab.getByRole("link", { name: "Hours" }).click();
      await tab.getByRole("heading", { name: "Hours" }).waitFor();
      await tab.waitForFunction(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds.length === 0);
      await tab.goBack();
      await expectShown(host, visit);
      expect(await tab.locator("[data-timekit-part=widget]").count()).toBe(1);
    },
  },

  // Turbo keeps the head, swaps bodies, and comes back to a copy of the body it left, dead calendar included.
  "turbo with the tag in head": {
    files: () => ({
      "turbo.js": servePackage("@hotwired/turbo/dist/turbo.es2017-umd.js"),
      "hours.html": () =>
        new Response(writeDocument('<h1>Hours</h1><a href="./">Book</a>', head), {
          headers: { "content-type": "text/html" },
        }),
    }),
    html: (parts) =>
      writeDocument(
        `<main><a href="hours.html">Hours</a></main>
       <section data-timekit-resource-id="${parts.resourceId}"><b>Call us</b></section>`,
        head + writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
      ),
    places: ["section"],
    globals: ["Turbo"],
    asked: { vendor: 1, token: 2 },
    act: async (visit, host) => {
      const { page: tab } = visit;
      await tab.getByRole("link", { name: "Hours" }).click();
      await tab.getByRole("heading", { name: "Hours" }).waitFor();
      await tab.waitForFunction(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds.length === 0);
      await tab.goBack();
      await expectShown(host, visit);
      await tab.evaluate(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.destroy());
      expect(await tab.locator("section").innerHTML()).toBe("<b>Call us</b>");
    },
  },
};
