import { describe, expect, onTestFinished, test } from "vitest";
import type { Api } from "../../../src/loader/api.ts";
import { emit, type Embed, type State } from "../../../src/loader/events.ts";
import { defaults, nextTasks, openPage, ordinary, type PageWorld } from "./world/open-page.ts";
import { createRecordingVendor } from "./world/recording-vendor.ts";

describe("listeners", () => {
  /** Mounts a calendar while a listener of the page looks it up in `embeds` at each event and does this with it. */
  const mountAndListen = (act: (embed: Embed, event: CustomEvent) => void): PageWorld & { embed: Embed } => {
    const world = openPage({
      html: '<div id="calendar"><p>Call us</p></div>',
      vendor: createRecordingVendor((_, { onShown }) => void setTimeout(() => onShown(3))),
    });
    const api: Api = world.run(world.addTag(defaults));
    const listen = (event: Event): void => {
      const embed = api.embeds.find(({ target }) => target === event.target);
      if (!embed || !(event instanceof CustomEvent)) throw new Error(`${event.type} comes from no embed`);
      act(embed, event);
    };
    const names = ["notice", "state", "availability", "ready"].map((name) => `timekit-embed:${name}`);
    for (const name of names) document.addEventListener(name, listen);
    onTestFinished(() => names.forEach((name) => document.removeEventListener(name, listen)));
    const { "data-resource-id": resourceId } = ordinary;
    return { ...world, embed: api.mount({ resourceId, target: "#calendar" }) };
  };

  test("a calendar is in the list of embeds from its first event on", () => {
    const seen: unknown[] = [];
    mountAndListen((embed, { type }) => seen.push([type, embed.state]));
    expect(seen).toEqual([
      ["timekit-embed:notice", "waiting"],
      ["timekit-embed:state", "authorizing"],
    ]);
  });

  test("a listener of the notice may take the calendar away, and nothing of it is left or asked for", async () => {
    const { embed, asked, requested, heard } = mountAndListen((embed, { type }) => {
      if (type === "timekit-embed:notice") embed.destroy();
    });
    await nextTasks();
    expect(document.querySelector("#calendar")?.innerHTML).toBe("<p>Call us</p>");
    expect([embed.state, asked.length, requested.length]).toEqual(["destroyed", 0, 0]);
    expect(heard.at(-1)?.detail).toEqual({ from: "waiting", to: "destroyed" });
  });

  test.each(["authorizing", "loading", "ready"] satisfies State[])(
    "a listener may take the calendar away in the moment in which it is %s, and hears no more of it",
    async (state) => {
      const { embed, asked, heard, started } = mountAndListen((embed, { detail }) => {
        if (Object(detail).to === state) embed.destroy();
      });
      await expect.poll(() => embed.state).toBe("destroyed");
      await nextTasks();
      expect(document.querySelector("#calendar")?.innerHTML).toBe("<p>Call us</p>");
      expect(heard.at(-1)?.detail).toEqual({ from: state, to: "destroyed" });
      expect(asked).toHaveLength(state === "authorizing" ? 0 : 1);
      expect(started.every(({ isOver }) => isOver())).toBe(true);
    },
  );
});

describe("events", () => {
  test("an event bubbles, leaves shadow trees and carries its detail", () => {
    const host = document.createElement("div");
    const inner = document.createElement("p");
    host.attachShadow({ mode: "open" }).append(inner);
    document.body.append(host);
    onTestFinished(() => host.remove());
    const heard: unknown[] = [];
    const listen = (event: Event) => void heard.push(event);
    document.addEventListener("timekit-embed:availability", listen);
    onTestFinished(() => document.removeEventListener("timekit-embed:availability", listen));
    emit(inner, "timekit-embed:availability", { slots: 3 });
    expect(heard).toEqual([expect.objectContaining({ bubbles: true, composed: true, detail: { slots: 3 } })]);
  });

  test("a page cannot stop us by cancelling", () => {
    const target = document.createElement("div");
    target.addEventListener("timekit-embed:state", (event) => event.preventDefault());
    expect(() => emit(target, "timekit-embed:state", { from: "waiting", to: "failed" })).not.toThrow();
  });
});
