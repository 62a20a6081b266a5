import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, writeLoader } from "../host-script.ts";

// Carousels, tabs and drag and drop take a node out and put it in again within one task.
export const page: HostPage = {
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
};
