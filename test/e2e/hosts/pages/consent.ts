import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage, Hosts } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

/** Runs in the page: what was asked for so far, but for the document and its loader. */
const listRequests = `document.listRequests = () => performance.getEntriesByType("resource")
  .map(({ name }) => new URL(name).pathname).filter((path) => !/loader\\.js$/.test(path));`;

/** What consent tools do with a tag that they have kept as text/plain: a copy with another type takes its place. */
const release = (change: string): string =>
  `const old = document.querySelector("script[type='text/plain']");
   const copy = document.createElement("script");
   for (const { name, value } of old.attributes) copy.setAttribute(name, value);
   ${change}
   old.parentElement.insertBefore(copy, old);
   old.remove();`;

/** A page whose tool keeps the tag until a visitor has agreed; nothing of ours runs before. */
const keptTag = (attributes: Readonly<Record<string, string | null>>, change: string): HostPage => ({
  html: (parts) =>
    writeDocument(
      `<main>${writeLoader(parts, { type: "text/plain", ...attributes })}</main>
       ${writeScript(
         {},
         `${listRequests} addEventListener("load", () => setTimeout(() => {
            document.before = [document.listRequests(), "TimekitEmbed" in window];
            ${release(change)}
          }, 200));`,
       )}`,
    ),
  see: () => Reflect.get(document, "before"),
  sees: [[], false],
});

const readPress = async (): Promise<unknown> => {
  const list = Reflect.get(document, "listRequests") as () => string[];
  const before = list();
  const root = document.querySelector("[data-timekit-part=status]")?.shadowRoot;
  const note = root?.querySelector("p")?.textContent?.replaceAll(/:\d+/g, "");
  root?.querySelector("button")?.click();
  await (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.ready;
  return { before, note, hasAsked: list().length > 1 };
};

export const hosts: Hosts = {
  // https://www.cookiebot.com/en/developer/, "Manual cookie blocking".
  "cookiebot that keeps the tag": keptTag(
    { "data-cookieconsent": "marketing", async: "" },
    'copy.type = "text/javascript";',
  ),

  // As `updateServiceElements` of Klaro 0.7.22 does it: https://klaro.org/docs/getting-started
  "klaro that keeps the tag": keptTag(
    {
      src: null,
      "data-src": "dist/loader.js",
      "data-name": "timekit",
      "data-type": "application/javascript",
    },
    `copy.text = old.text; copy.type = copy.dataset.type; copy.src = copy.dataset.src;`,
  ),

  "any tool that keeps the tag as text/plain": keptTag({}, 'copy.removeAttribute("type");'),

  "consent event that starts the calendar": {
    html: (parts) =>
      writeDocument(
        `<main>${writeLoader(parts, { "data-start": "manual", async: "" })}</main>
         ${writeScript(
           {},
           `${listRequests}
            addEventListener("CookiebotOnAccept", () => {
              if (!Array.isArray(window.TimekitEmbed) && !(window.TimekitEmbed && window.TimekitEmbed.mount))
                window.TimekitEmbed = [];
              window.TimekitEmbed.push((api) => api.embeds.forEach((embed) => embed.start()));
            });`,
         )}`,
      ),
    states: ["waiting"],
    asked: { vendor: 1, token: 1 },
    see: async () => {
      const before = (Reflect.get(document, "listRequests") as () => string[])();
      dispatchEvent(new Event("CookiebotOnAccept"));
      const [embed] = (Reflect.get(window, "TimekitEmbed") as Api).embeds;
      await embed?.ready;
      return [before, embed?.state];
    },
    sees: [[], "ready"],
  },

  "click that starts the calendar": {
    html: (parts) =>
      writeDocument(
        `${writeScript({}, listRequests)}<main>${writeLoader(parts, { "data-start": "click", async: "" })}</main>`,
      ),
    states: ["waiting"],
    see: readPress,
    // The simulated Timekit is at the broker's host, with another port.
    sees: { before: [], note: "This contacts 127.0.0.1, 127.0.0.1.", hasAsked: true },
  },

  "keyboard that starts the calendar": {
    html: (parts) => writeDocument(writeLoader(parts, { "data-start": "click", async: "" })),
    states: ["waiting"],
    act: async ({ page, countAsked, requests }) => {
      const { length } = requests;
      const height = async () => (await page.locator("[data-timekit-part=status]").boundingBox())?.height;
      expect([countAsked(), await height()]).toEqual([{ vendor: 0, token: 0 }, 480]);
      const button = page.getByRole("button", { name: "Show the calendar" });
      await page.getByRole("button", { name: "Dismiss" }).focus();
      await page.keyboard.press("Tab");
      expect(await button.evaluate((element) => element.matches(":focus-visible"))).toBe(true);
      expect(requests).toHaveLength(length);
      await page.keyboard.press("Enter");
      // The button has gone; whoever has pressed it is still there.
      const readPlace = () => page.evaluate(() => document.activeElement?.getAttribute("data-timekit-part"));
      expect(await readPlace()).toBe("status");
      await page.waitForFunction(
        () => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.state === "ready",
      );
      expect(await readPlace()).toBe("widget");
    },
  },
};
