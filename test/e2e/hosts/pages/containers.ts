import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { defaultAttributes, writeLoader, writeScript } from "../host-script.ts";

export const hosts: Hosts = {
  "containers at the start": {
    html: (parts) =>
      writeDocument(
        `<article id="one" data-timekit-resource-id="${parts.resourceId}"></article>
       <article id="two" data-timekit-resource-id="${parts.resourceId}"></article>`,
        writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
      ),
    states: ["ready", "ready"],
    places: ["#one", "#two"],
  },

  "containers added later": {
    html: (parts) =>
      writeDocument(
        `<main></main>
       ${writeScript(
         {},
         `addEventListener("load", () => setTimeout(() => {
            const place = document.querySelector("main");
            place.innerHTML = '<div><p></p><section id="one" data-timekit-resource-id="${parts.resourceId}"></section></div>';
            const two = document.createElement("article");
            two.id = "two";
            two.dataset.timekitResourceId = "${parts.resourceId}";
            place.append(two);
          }, 50));`,
       )}`,
        writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
      ),
    states: ["ready", "ready"],
    places: ["#one", "#two"],
    // When it was parsed, the page had nothing for the tag to do.
    prints: [/^error: \[timekit-embed\] config\/no-resource-id /],
  },

  // As it happens where a framework fills in markup that came from a server.
  "container whose attribute comes later": {
    html: (parts) =>
      writeDocument(
        `<article></article>
       ${writeScript(
         {},
         `addEventListener("load", () => setTimeout(() => {
            document.querySelector("article").dataset.timekitResourceId = "${parts.resourceId}";
          }, 50));`,
       )}`,
        writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
      ),
    places: ["article"],
    // When it was parsed, the page had nothing for the tag to do.
    prints: [/^error: \[timekit-embed\] config\/no-resource-id /],
  },

  // Carousels, tabs and drag and drop take a node out and put it in again within one task.
  "containers in nodes that move": {
    html: (parts) =>
      writeDocument(
        `<main><div><article data-timekit-resource-id="${parts.resourceId}"></article></div></main><aside></aside>`,
        writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
      ),
    places: ["article"],
    see: async () => {
      const api = Reflect.get(window, "TimekitEmbed") as Api;
      const [before] = api.embeds;
      const moved = document.querySelector("article")?.parentElement ?? document.body;
      for (const place of ["aside", "main", "aside"]) {
        moved.remove();
        document.querySelector(place)?.append(moved);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const isSame = api.embeds.length === 1 && api.embeds[0] === before;
      return { isSame, state: before?.state, slots: document.querySelectorAll("aside .fc-event").length };
    },
    sees: { isSame: true, state: "ready", slots: 12 },
  },

  "containers removed": {
    html: (parts) =>
      writeDocument(
        `<article id="one" data-timekit-resource-id="${parts.resourceId}">One</article>
       <article id="two" data-timekit-resource-id="${parts.resourceId}">Two</article>`,
        writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
      ),
    states: ["ready", "ready"],
    places: ["#one", "#two"],
    asked: { vendor: 1, token: 2 },
    see: async () => {
      const api = Reflect.get(window, "TimekitEmbed") as Api;
      const [first] = api.embeds;
      const one = document.querySelector("#one");
      const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 50));
      one?.remove();
      for (let waits = 0; waits < 100 && api.embeds.length > 1; waits += 1) await pause();
      const removed = {
        state: first?.state,
        text: one?.textContent,
        others: api.embeds.map(({ state }) => state),
      };
      // What comes back is a new calendar.
      document.body.append(one ?? "");
      for (let waits = 0; waits < 100 && api.embeds.length === 1; waits += 1) await pause();
      await Promise.all(api.embeds.map(({ ready }) => ready));
      return { removed, again: api.embeds.map(({ state, target }) => [state, target?.id]) };
    },
    sees: {
      removed: { state: "destroyed", text: "One", others: ["ready"] },
      again: [
        ["ready", "two"],
        ["ready", "one"],
      ],
    },
  },
};
