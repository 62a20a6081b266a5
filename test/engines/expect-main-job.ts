import { expect, vi } from "vitest";
import { resourceIds } from "../../demo/timekit/world.ts";
import { readSlots } from "../e2e/slots/read-slots.ts";
import { expectedBooking, expectedCalls, expectedEvents } from "../e2e/main-job/expected-story.ts";
import { visitor } from "../e2e/world/book-slot.ts";
import type { Servers } from "../e2e/world/open-servers.ts";
import type { Heard } from "../e2e/world/watch-page.ts";
import { writeDocument } from "../e2e/world/write-page.ts";
import type { Engine } from "./engine.ts";
import { openEngineHost } from "./open-engine-host.ts";

/** A visitor books the first of twelve free times: the same story as in Chromium. */
export const expectMainJob = async (servers: Servers, engine: Engine): Promise<void> => {
  const before = servers.timekit.requests.length;
  const { look } = await openEngineHost(servers, engine, {
    html: ({ tag }) => writeDocument(`<main><h1>Book a repair</h1>${tag}</main>`),
  });
  await waitFor(engine, () => document.querySelector(".bookingjs-loading.show") === null);
  await expectSlots(engine, 12);
  await engine.click(".fc-event");
  await waitFor(engine, () => document.querySelector(".bookingjs-bookpage.show") !== null);
  await engine.type(".bookingjs-form [name=name]", visitor.name);
  await engine.type(".bookingjs-form [name=email]", visitor.email);
  await engine.type(".bookingjs-form [name=comment]", visitor.comment);
  await engine.click(".bookingjs-form-button");
  await waitFor(engine, () => document.querySelector(".bookingjs-form.success") !== null);
  await engine.click(".bookingjs-bookpage-close");
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
  expect(await engine.evaluate(readEvents, undefined)).toEqual(expectedEvents);
  expect(await look()).toMatchObject({ printed: [], pageErrors: [] });
};

const waitFor = (engine: Engine, isTrue: () => boolean): Promise<void> =>
  vi.waitFor(async () => expect(await engine.evaluate(isTrue, undefined)).toBe(true), {
    timeout: 25_000,
    interval: 100,
  });

const expectSlots = (engine: Engine, count: number): Promise<void> =>
  vi.waitFor(async () => expect(await engine.evaluate(readSlots, undefined)).toHaveLength(count), {
    timeout: 25_000,
    interval: 100,
  });

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
