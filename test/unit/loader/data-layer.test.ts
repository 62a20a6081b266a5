import { describe, expect, test } from "vitest";
import { resourceId } from "./token/grant-body.ts";
import { openCalendar, openReadyCalendar } from "./world/open-calendar.ts";

const booked = { bookingId: "b1", start: null, end: null, graph: "instant", state: "confirmed" };
const tag = { "data-data-layer": "layer" };
const ready = { event: "timekit_embed_ready", resourceId };

describe("the data layer", () => {
  test("is told once each of what the page is told, and nothing else", async () => {
    const layer: unknown[] = ["theirs"];
    const { first } = await openReadyCalendar({ tag, globals: { layer } });
    first.reports.onBooked(booked);
    expect(layer).toEqual(["theirs", ready, { event: "timekit_embed_booked", ...booked }]);
  });

  test("is told of a failure", async () => {
    const layer: unknown[] = [];
    const answer = () => new Response(null, { status: 418 });
    const { embed } = openCalendar({ tag, globals: { layer }, answer });
    await embed.ready.catch(() => undefined);
    await expect.poll(() => layer).toMatchObject([{ event: "timekit_embed_error", code: "broker/failed" }]);
  });

  test("is made where there is none", async () => {
    const { page } = await openReadyCalendar({ tag });
    expect(Reflect.get(page.window, "layer")).toEqual([ready]);
  });

  test.each([[{ push: [].push }], ["text"], [7], [() => 1], [document.createElement("a")]])(
    "is left alone where it is no array, and the owner is told: %s",
    async (layer) => {
      const { page } = await openReadyCalendar({ tag, globals: { layer } });
      expect(Reflect.get(page.window, "layer")).toBe(layer);
      expect(layer).not.toHaveProperty("0.event");
      expect(page.printed).toEqual([
        ["warn", "[timekit-embed]", "Ignored:", "data-data-layer, which names no array"],
      ]);
    },
  );

  test("may have a push that throws, which harms no calendar", async () => {
    const error = new Error("from the page");
    const push = (): number => {
      throw error;
    };
    const { embed, page } = await openReadyCalendar({ tag, globals: { layer: Object.assign([], { push }) } });
    expect(embed.state).toBe("ready");
    expect(page.printed).toEqual([["error", "[timekit-embed]", error]]);
  });

  test("is told nothing without the option", async () => {
    const dataLayer: unknown[] = [];
    await openReadyCalendar({ globals: { dataLayer } });
    expect(dataLayer).toEqual([]);
  });
});
