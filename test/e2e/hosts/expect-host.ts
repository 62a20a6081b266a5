import { expect, vi } from "vitest";
import type { Api } from "../../../src/loader/api.ts";
import type { HostPage, HostVisit } from "./host-page.ts";
import { type Calendar, readCalendars, readGlobals, type WatchedPage } from "./watched-page.ts";

const ordinary = {
  states: ["ready"],
  places: ["script[data-resource-id] + div"],
  slots: 12,
  asked: { vendor: 1, token: 1 },
  prints: [],
  throws: [],
  globals: [],
} as const;

/** Waits until the page's calendars are as they should be, then lets a visitor do what the page is for. */
export const expectCalendars = async (host: HostPage, visit: HostVisit): Promise<void> => {
  await expectShown(host, visit);
  await host.act?.(visit, host);
};

/** Waits until the page's calendars are where and as they should be, then lets the page itself be looked at. */
export const expectShown = async (host: HostPage, visit: WatchedPage): Promise<void> => {
  const { states, places, slots } = { ...ordinary, ...host };
  const expected = states.map((state, index): Calendar => ({
    state,
    isInPlace: true,
    parts: places[index] === null ? [] : ["notice", "status", "widget"],
    slots: state === "ready" ? slots : 0,
    hasAlert: state === "failed" && places[index] !== null,
  }));
  await vi.waitFor(async () => expect(await visit.frame.evaluate(readCalendars, places)).toEqual(expected), {
    timeout: 25_000,
    interval: 100,
  });
  if (host.see) expect(await visit.frame.evaluate(host.see, [])).toEqual(host.sees);
};

/** The page is as it would be without us, but for what its descriptor says. */
export const expectPageUnharmed = async (host: HostPage, visit: WatchedPage): Promise<void> => {
  const { asked, prints, throws, globals } = { ...ordinary, ...host };
  const { names: all, changed } = await visit.frame.evaluate(readGlobals, []);
  const names = all.filter((name) => !host.ignoredGlobals?.test(name));
  expect(visit.pageErrors.map(({ message }) => message)).toEqual(throws);
  expect({ names, changed }).toEqual({ names: [...globals].sort(), changed: [] });
  const printed = visit.printed.filter((line) => !host.browserPrints?.test(line));
  expect(printed).toEqual(
    prints.map((line) => (line instanceof RegExp ? expect.stringMatching(line) : line)),
  );
  expect(visit.countAsked()).toEqual(asked);
};

/** Removes every calendar: nothing of ours is left, and nothing was thrown meanwhile. */
export const expectNoTraceAfterwards = async (host: HostPage, visit: WatchedPage): Promise<void> => {
  const left = await visit.frame.evaluate(async () => {
    const { embeds = [] } = (Reflect.get(window, "TimekitEmbed") ?? {}) as Partial<Api>;
    const targets = embeds.flatMap(({ target }) => target ?? []);
    const roots = [document, ...targets.map((target) => target.getRootNode())];
    for (const embed of embeds) embed.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ours = [...targets, ...roots].flatMap((root) =>
      root instanceof Element || root instanceof Document || root instanceof ShadowRoot
        ? [...root.querySelectorAll("[data-timekit-part], script[src*=vendor]")]
        : [],
    );
    const v1 = targets.flatMap((target) => [...target.querySelectorAll("[class*=bookingjs], [class*=fc-]")]);
    return [...ours, ...v1].map(({ outerHTML }) => outerHTML.slice(0, 100));
  }, []);
  expect(left).toEqual([]);
  expect(visit.pageErrors.map(({ message }) => message)).toEqual(host.throws ?? []);
};
