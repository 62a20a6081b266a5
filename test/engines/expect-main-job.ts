import { expect, vi } from "vitest";
import { resourceIds } from "../../demo/timekit/world.ts";
import { readSlots } from "../e2e/slots/read-slots.ts";
import { expectedBooking, expectedCalls, expectedEvents } from "../e2e/main-job/expected-story.ts";
import { visitor } from "../e2e/world/book-slot.ts";
import type { Servers } from "../e2e/world/open-servers.ts";
import type { Heard } from "../e2e/world/open-visit.ts";
import { writeDocument } from "../e2e/world/write-page.ts";
import type { Engine } from "./engine.ts";
import { openEngineHost } from "./open-engine-host.ts";

/** A visitor books the first of twelve free times: the same story as in Chromium. */
export const expectMainJob = async (servers: Servers, engine: Engine): Promise<void> => {
  const before = servers.timekit.requests.length;
  const { look } = await openEngineHost(servers, engine, {
    html: ({ tag }) => writeDocument(`<main><h1>Book a repair</h1>${tag}</main>`),
  });
  await expectSlots(engine, 12);
  await click(engine, ".fc-event");
  await waitForClick(engine, ".bookingjs-form [name=name]");
  await engine.type(".bookingjs-form [name=name]", visitor.name);
  await engine.type(".bookingjs-form [name=email]", visitor.email);
  await engine.type(".bookingjs-form [name=comment]", visitor.comment);
  await click(engine, ".bookingjs-form-button");
  await waitFor(engine, () => document.querySelector(".bookingjs-form.success") !== null, undefined);
  await click(engine, ".bookingjs-bookpage-close");
  await expectSlots(engine, 11);

  const { email, token, app } = findResource(servers);
  const calls = servers.timekit.requests
    .slice(before)
    .filter(({ method, basic }) => method !== "OPTIONS" && basic?.user !== "");
  expect(calls.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual(
    expectedCalls(email),
  );
  expect(calls[2]?.body).toMatchObject(expectedBooking);
  for (const { basic, headers } of calls) {
    expect(basic).toEqual({ user: email, password: token });
    expect(headers["timekit-app"]).toBe(app);
  }
  await vi.waitFor(
    async () => expect(await engine.evaluate(readEvents, undefined)).toEqual(expectedEvents),
    patience,
  );
  expect(await look()).toMatchObject({ printed: [], pageErrors: [] });
};

const patience = { timeout: 25_000, interval: 100 };

const waitFor = <Given>(
  engine: Engine,
  isTrue: (given: Given) => boolean | Promise<boolean>,
  given: Given,
): Promise<void> => vi.waitFor(async () => expect(await engine.evaluate(isTrue, given)).toBe(true), patience);

/** Until a click would reach it: v1 fades its screens in and out, and a visitor waits for that too. */
const waitForClick = (engine: Engine, selector: string): Promise<void> =>
  waitFor(engine, isClickable, selector);

const click = async (engine: Engine, selector: string): Promise<void> => {
  await waitForClick(engine, selector);
  await engine.click(selector);
};

/** Runs in the page: whether the element stands still, and nothing lies over its centre. */
const isClickable = async (selector: string): Promise<boolean> => {
  const element = document.querySelector(selector);
  if (!element) return false;
  element.scrollIntoView({ block: "center" });
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, width, height } = element.getBoundingClientRect();
  const isStill = left === before.left && top === before.top;
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return isStill && element.contains(hit);
};

const expectSlots = (engine: Engine, count: number): Promise<void> =>
  vi.waitFor(async () => expect(await engine.evaluate(readSlots, undefined)).toHaveLength(count), patience);

const readEvents = (): unknown =>
  (Reflect.get(window, "heard") as Heard).events
    .filter((event) => event instanceof CustomEvent)
    .map(({ type, detail }) => ({ name: type.replace("timekit-embed:", ""), detail: detail as unknown }));

const findResource = ({ timekit }: Servers) => {
  const [app] = timekit.world.apps;
  const found = app?.resources.find(({ id }) => id === resourceIds.twelveSlots);
  const token = found?.credentials.find(({ type }) => type === "client-token")?.token;
  return { app: app?.slug, email: found?.email, token };
};
