import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import { expectCalendars } from "../expect-host.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, writeLoader, writeScript } from "../host-script.ts";

// What Astro's router does: fetch, parse, put the new body in the old one's place.
const router = `document.go = async (path) => {
    const text = await (await fetch(path)).text();
    const next = new DOMParser().parseFromString(text, "text/html");
    document.dispatchEvent(new Event("astro:before-swap"));
    document.title = next.title;
    document.body.replaceWith(document.adoptNode(next.body));
    document.dispatchEvent(new Event("astro:after-swap"));
  };`;

export const page: HostPage = {
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
  act: async (visit) => {
    const go = (path: string): Promise<void> =>
      visit.page.evaluate(
        (path) => (Reflect.get(document, "go") as (path: string) => Promise<void>)(path),
        path,
      );
    await go("hours.html");
    await visit.page.waitForFunction(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds.length === 0);
    expect(await visit.page.locator("[data-timekit-part]").count()).toBe(0);
    await go("./");
    await expectCalendars({ ...page, act: async () => undefined }, visit);
  },
};
