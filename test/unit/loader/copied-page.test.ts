import { expect, test } from "vitest";
import { openReadyCalendar } from "./world/open-calendar.ts";
import { defaults, openPage, ordinary } from "./world/open-page.ts";

const html = '<div id="calendar"><p>Call us</p></div>';
const twoTasks = () => new Promise((resolve) => setTimeout(() => setTimeout(() => setTimeout(resolve))));
/** What Turbo does: it tells the page, and copies it in the next turn. */
const copyPage = async (): Promise<string> => {
  document.documentElement.dispatchEvent(new Event("turbo:before-cache", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
  return document.body.innerHTML;
};

test("a copy of the page holds what the target held, and the page its calendar, unbroken", async () => {
  const { embed, heard } = await openReadyCalendar({ html });
  const target = document.querySelector("#calendar");
  const widget = target?.lastElementChild;
  const before = heard.length;
  expect(await copyPage()).toContain(html);
  await twoTasks();
  expect(target?.lastElementChild).toBe(widget);
  expect([embed.state, heard.length, target?.children.length]).toEqual(["ready", before, 3]);
  embed.destroy();
  expect(target?.outerHTML).toBe(html);
});

test("a target that was made for the calendar is not in the copy, and comes back after its tag", async () => {
  const world = openPage({ html: "<p>Call us</p>" });
  const tag = world.addTag(ordinary);
  const [embed] = world.run(tag).embeds;
  const target = embed?.target;
  expect(await copyPage()).not.toContain("<div");
  await twoTasks();
  expect(tag.nextElementSibling).toBe(target);
  expect(embed?.state).not.toBe("destroyed");
});

test("a calendar that is destroyed meanwhile does not come back", async () => {
  const { embed } = await openReadyCalendar({ html });
  await copyPage();
  embed.destroy();
  await twoTasks();
  expect(document.querySelector("#calendar")?.outerHTML).toBe(html);
});

test("one whose page has gone meanwhile is destroyed, and leaves the old page as it was", async () => {
  const { embed } = await openReadyCalendar({ html });
  const target = document.querySelector("#calendar");
  await copyPage();
  document.body.replaceChildren();
  await expect.poll(() => embed.state).toBe("destroyed");
  expect(target?.outerHTML).toBe(html);
});

test("a page without calendars is copied as it is", async () => {
  const world = openPage({ html });
  world.run(world.addTag(defaults));
  expect(await copyPage()).toContain(html);
});
