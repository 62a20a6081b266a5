import { expect, vi } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import { expectShown } from "../expect-host.ts";
import type { Hosts } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

const rules = `*, *::before { all: unset; letter-spacing: 3px; text-transform: uppercase; font: 40px/2 serif }
  button { background: red !important; border: 9px solid lime } a { color: orange; display: block !important }
  p { margin: 50px } section { padding: 90px; border: 9px solid }`;

export const hosts: Hosts = {
  "dark page": {
    context: { colorScheme: "dark" },
    html: (parts) =>
      writeDocument(
        writeLoader(parts, { async: "" }),
        "<style>:root { color-scheme: light dark } body { background: #111; color: #eee }</style>",
      ),
    see: () => {
      const notice = document
        .querySelector("[data-timekit-part=notice]")
        ?.shadowRoot?.querySelector("section");
      const style = notice && getComputedStyle(notice);
      return { background: style?.backgroundColor, color: style?.color };
    },
    sees: { background: "rgb(28, 36, 48)", color: "rgb(232, 235, 240)" },
  },

  // The page's rule may hide v1, which lives among the page's elements; what we say to visitors is not hidden by it.
  "page css that hides every div": {
    html: (parts) =>
      writeDocument(
        `<section id="here"></section>${writeLoader(parts, { async: "", "data-target": "#here" })}`,
        "<style>div, section > p, i { display: none !important }</style>",
      ),
    places: ["#here"],
    slots: 0,
    see: () => {
      const notice = document.querySelector("[data-timekit-part=notice]");
      return [notice, ...(notice?.shadowRoot?.querySelectorAll("section, p, a, button") ?? [])].map(
        (element) => (element?.getBoundingClientRect().height ?? 0) > 10,
      );
    },
    sees: [true, true, true, true, true],
  },

  // v1 takes what it gets; our own parts look as they always do.
  "page css that resets everything": {
    html: (parts) => writeDocument(writeLoader(parts, { async: "" }), `<style>${rules}</style>`),
    slots: 12,
    see: () => {
      const root = document.querySelector("[data-timekit-part=notice]")?.shadowRoot;
      const read = (selector: string): Partial<CSSStyleDeclaration> => {
        const element = root?.querySelector(selector);
        return element ? getComputedStyle(element) : {};
      };
      return {
        section: [read("section").display, read("section").paddingTop, read("section").borderTopWidth],
        text: [read("p").fontSize, read("p").letterSpacing, read("p").textTransform, read("p").marginTop],
        button: [read("button").backgroundColor, read("button").borderTopWidth],
        link: read("a").color,
      };
    },
    sees: {
      section: ["flex", "8px", "1px"],
      text: ["14px", "normal", "none", "0px"],
      button: ["rgba(0, 0, 0, 0)", "0px"],
      link: "rgb(11, 87, 183)",
    },
  },

  "page 320 pixels wide": {
    context: { viewport: { width: 320, height: 640 } },
    html: (parts) => writeDocument(`<main>${writeLoader(parts, { async: "" })}</main>`),
    see: () => ({
      view: document.querySelector(".fc-view")?.className.includes("fc-basicDay-view"),
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }),
    sees: { view: true, overflow: 0 },
  },

  "page that is printed": {
    html: (parts) => writeDocument(`<main>${writeLoader(parts, { async: "" })}</main>`),
    act: async ({ page }) => {
      await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      // Afterwards the screen is as it was.
      expect(await page.locator(".fc-event").first().isVisible()).toBe(true);
    },
  },

  // The calendar is drawn without a width; when the tab is shown, it has to be drawn again.
  "tab that is hidden at first": {
    html: (parts) =>
      writeDocument(`<section style="display: none">${writeLoader(parts, { async: "" })}</section>`),
    slots: 0,
    act: async (visit, host) => {
      await visit.page.locator("body > section").evaluate((section) => section.removeAttribute("style"));
      await expectShown({ ...host, slots: 12 }, visit);
    },
  },

  // As in an accordion or a drawer that slides open.
  "target without a width at first": {
    html: (parts) =>
      writeDocument(
        `<section style="width: 0; overflow: hidden">${writeLoader(parts, { async: "" })}</section>`,
      ),
    act: async (visit) => {
      await visit.page.locator("body > section").evaluate((section) => section.removeAttribute("style"));
      await vi.waitFor(
        async () => {
          const widths = await visit.page
            .locator(".fc-event")
            .evaluateAll((slots) => slots.map((slot) => slot.clientWidth));
          expect(widths).toHaveLength(12);
          expect(Math.min(...widths)).toBeGreaterThan(100);
        },
        { timeout: 25_000, interval: 100 },
      );
    },
  },
};
