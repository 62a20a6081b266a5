import { describe, expect, test } from "vitest";
import { createDeferred } from "../../../src/loader/deferred.ts";
import { goodGrant } from "./token/grant-body.ts";
import { type CalendarWorld, openCalendar, openReadyCalendar } from "./world/open-calendar.ts";
import { nextTasks, openPage, ordinary } from "./world/open-page.ts";
import { createRecordingVendor } from "./world/recording-vendor.ts";

const html = '<div id="calendar"><p>Call us</p> or write</div>';
const held = "<p>Call us</p> or write";
const innerHtml = () => document.querySelector("#calendar")?.innerHTML;

/** A calendar in each state that it can be taken away in. */
const inState: Readonly<Record<string, () => Promise<CalendarWorld>>> = {
  waiting: async () => openCalendar({ html, tag: { "data-lazy": "" } }),
  authorizing: async () => openCalendar({ html, answer: () => createDeferred<Response>().promise }),
  loading: async () => {
    const world = openCalendar({ html });
    await world.startOf(0);
    return world;
  },
  ready: async () => openReadyCalendar({ html }),
  failed: async () => {
    const world = openCalendar({ html, answer: () => new Response("", { status: 400 }) });
    await expect.poll(() => world.embed.state).toBe("failed");
    return world;
  },
};

describe.each(Object.keys(inState))("destroy() while %s", (state) => {
  const open = async (): Promise<CalendarWorld> => {
    const world = await inState[state]?.();
    if (!world) throw new Error(`No world is ${state}.`);
    expect(world.embed.state).toBe(state);
    return world;
  };

  test("puts back what the target held and ends v1", async () => {
    const { embed, started, heard } = await open();
    embed.destroy();
    expect(innerHtml()).toBe(held);
    expect(embed).toMatchObject({ state: "destroyed", widget: null });
    expect(heard.at(-1)).toMatchObject({ name: "state", detail: { from: state, to: "destroyed" } });
    await nextTasks();
    expect(started.every(({ isOver }) => isOver())).toBe(true);
    expect(innerHtml()).toBe(held);
  });

  test("is final", async () => {
    const { embed, heard } = await open();
    embed.destroy();
    const before = heard.length;
    embed.destroy();
    embed.retry();
    await nextTasks();
    expect([embed.state, heard.length]).toEqual(["destroyed", before]);
  });
});

test("ready is rejected when the calendar is taken away before", async () => {
  const { embed } = openCalendar();
  embed.destroy();
  await expect(embed.ready).rejects.toMatchObject({ code: "embed/destroyed", retryable: false });
});

test("ready stays resolved when it is taken away after", async () => {
  const { embed } = await openReadyCalendar();
  embed.destroy();
  await expect(embed.ready).resolves.toBeUndefined();
});

test("an answer that comes after the end starts nothing", async () => {
  const answer = createDeferred<Response>();
  const { embed, started, heard } = openCalendar({ answer: () => answer.promise });
  embed.destroy();
  const before = heard.length;
  answer.resolve(Response.json(goodGrant));
  await nextTasks();
  expect([started.length, heard.length]).toEqual([0, before]);
});

test("a calendar that is destroyed while v1 starts takes v1 away at once", async () => {
  const vendor = createRecordingVendor(() => world.embed.destroy());
  const world = openCalendar({ vendor });
  const started = await world.startOf(0);
  await expect.poll(() => started.isOver()).toBe(true);
  expect(world.embed.state).toBe("destroyed");
});

test("a listener may destroy it in the midst of a step", async () => {
  const world = openPage();
  const [embed] = world.run(world.addTag({ ...ordinary, "data-target": "#calendar" })).embeds;
  document.addEventListener("timekit-embed:state", () => embed?.destroy(), { once: true });
  await nextTasks();
  expect(embed?.state).toBe("destroyed");
  expect(innerHtml()).toBe("");
  expect(world.started).toEqual([]);
});

test("the element that was made for it goes with it", async () => {
  const world = openPage({ html: "" });
  const tag = world.addTag();
  const [embed] = world.run(tag).embeds;
  expect(tag.nextElementSibling).toBe(embed?.target);
  embed?.destroy();
  expect(tag.nextElementSibling).toBeNull();
});

test("an element of the page right after the tag stays", () => {
  const world = openPage({ html: "" });
  const tag = world.addTag();
  tag.insertAdjacentHTML("afterend", '<div id="bookingjs"><a>Book by phone</a></div>');
  const [embed] = world.run(tag).embeds;
  expect(embed?.target?.id).toBe("bookingjs");
  embed?.destroy();
  expect(tag.nextElementSibling?.outerHTML).toBe('<div id="bookingjs"><a>Book by phone</a></div>');
});

describe("a target that leaves the document", () => {
  test("and is not back after a task takes its calendar along", async () => {
    const { embed } = await openReadyCalendar();
    embed.target?.remove();
    expect(embed.state).toBe("ready");
    await expect.poll(() => embed.state).toBe("destroyed");
  });

  test("with what surrounds it does so too", async () => {
    const { embed } = await openReadyCalendar({ html: '<main><div id="calendar"></div></main>' });
    document.querySelector("main")?.remove();
    await expect.poll(() => embed.state).toBe("destroyed");
  });

  test("and is back in the same task keeps it", async () => {
    const { embed, first } = await openReadyCalendar({ html: '<main></main><div id="calendar"></div>' });
    const { target } = embed;
    if (target) document.querySelector("main")?.append(target);
    await nextTasks();
    expect([embed.state, first.isOver()]).toEqual(["ready", false]);
  });
});
