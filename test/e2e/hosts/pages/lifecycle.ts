import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";

const events = ["state", "ready", "availability", "notice"];

export const hosts: Hosts = {
  // Each is destroyed by a listener, in the very moment in which it reaches the state it is called after.
  "calendars destroyed in each state": {
    html: (parts) =>
      writeDocument(
        `${["waiting", "authorizing", "loading", "ready", "failed"].map((state) => `<div id="${state}"><b>${state}</b></div>`).join("")}
       <div id="last"></div>
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `document.outcomes = {};
          addEventListener("timekit-embed:state", ({ target, detail }) => {
            if (target.id !== detail.to) return;
            const embed = TimekitEmbed.embeds.find((embed) => embed.target === target);
            embed.destroy();
            embed.retry();
          });
          const mount = (target, options) => {
            const embed = TimekitEmbed.mount({ ...${mountOptions(parts)}, ...options, target: "#" + target });
            embed.ready.then(() => "shown", ({ code }) => code).then((outcome) => {
              document.outcomes[target] = [outcome, embed.state, embed.widget];
            });
            return embed;
          };
          mount("waiting", { lazy: true }).destroy();
          for (const state of ["authorizing", "loading", "ready"]) mount(state);
          mount("failed", { brokerUrl: "http://user:secret@127.0.0.1/" });
          mount("last");`,
       )}`,
      ),
    places: ["#last"],
    globals: [],
    see: () => ({
      outcomes: Reflect.get(document, "outcomes") as unknown,
      texts: [...document.querySelectorAll("b")].map(({ textContent }) => textContent),
    }),
    sees: {
      outcomes: {
        waiting: ["embed/destroyed", "destroyed", null],
        authorizing: ["embed/destroyed", "destroyed", null],
        loading: ["embed/destroyed", "destroyed", null],
        ready: ["embed/destroyed", "destroyed", null],
        failed: ["config/bad-broker-url", "destroyed", null],
        last: ["shown", "ready", expect.anything()],
      },
      texts: ["waiting", "authorizing", "loading", "ready", "failed"],
    },
    prints: [/^error: \[timekit-embed\] config\/bad-broker-url /],
  },

  // One calendar goes while the token is asked for, one while v1 is about to start; the third stays.
  "target that is removed while loading": {
    html: (parts) =>
      writeDocument(
        `<div id="one"></div><div id="two"></div><div id="three"></div>
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `document.told = [];
          addEventListener("timekit-embed:state", ({ target, detail }) => {
            document.told.push(target.id + " " + detail.to);
            if (target.id === "one" && detail.to === "authorizing") target.remove();
            if (target.id === "two" && detail.to === "loading") target.remove();
          });
          for (const target of ["#one", "#two", "#three"])
            TimekitEmbed.mount({ ...${mountOptions(parts)}, target }).ready.catch(({ code }) => document.told.push(code));`,
       )}`,
      ),
    places: ["#three"],
    see: () => [...(Reflect.get(document, "told") as string[])].sort(),
    sees: [
      "embed/destroyed",
      "embed/destroyed",
      "one authorizing",
      "three authorizing",
      "three loading",
      "three ready",
      "two authorizing",
      "two loading",
    ],
  },

  // v1 closes its form with `$(document).off("keyup")`, which took Escape from every other open form.
  "forms of two calendars": {
    html: (parts) =>
      writeDocument(
        `${["one", "two", "three"].map((id) => `<div id="${id}" style="width: 500px"></div>`).join("")}
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `for (const target of ["#one", "#two", "#three"]) TimekitEmbed.mount({ ...${mountOptions(parts)}, target });`,
       )}`,
      ),
    states: ["ready", "ready", "ready"],
    places: ["#one", "#two", "#three"],
    act: async ({ page }) => {
      const form = (id: string) => page.locator(`#${id} .bookingjs-bookpage`);
      for (const id of ["one", "two", "three"]) {
        await page.locator(`#${id} .bookingjs-loading`).waitFor({ state: "detached" });
        await page.locator(`#${id} .fc-event, #${id} .fc-list-item`).first().click();
        await page.locator(`#${id} .bookingjs-bookpage.show`).waitFor();
      }
      await page.locator("#one .bookingjs-bookpage-close").click();
      await form("one").waitFor({ state: "detached" });
      await page.evaluate(() => {
        const { embeds } = Reflect.get(window, "TimekitEmbed") as unknown as {
          embeds: { destroy(): void }[];
        };
        embeds[1]?.destroy();
      });
      expect(await form("three").count()).toBe(1);
      await page.keyboard.press("Escape");
      await form("three").waitFor({ state: "detached" });
      await page.locator("#one .fc-event, #one .fc-list-item").first().click();
      await page.locator("#one .bookingjs-bookpage.show").waitFor();
      await page.keyboard.press("Escape");
      await form("one").waitFor({ state: "detached" });
    },
  },

  "listeners that throw": {
    html: (parts) =>
      writeDocument(
        `${writeScript(
          {},
          events
            .map(
              (name) => `addEventListener("timekit-embed:${name}", ({ detail }) => {
                if (detail.to !== "destroyed") throw new Error("${name}");
              });`,
            )
            .join("\n"),
        )}
       ${writeLoader(parts, { async: "" })}`,
      ),
    throws: ["notice", "state", "state", "state", "availability", "ready"],
  },
};
