import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, writeLoader } from "../host-script.ts";

export const page: HostPage = {
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
};
