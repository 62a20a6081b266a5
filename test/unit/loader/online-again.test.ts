import { expect, test } from "vitest";
import { createDeferred } from "../../../src/loader/deferred.ts";
import { openCalendar } from "./world/open-calendar.ts";
import { grant, nextTasks } from "./world/open-page.ts";

const goOnline = () => window.dispatchEvent(new Event("online"));
const unavailable = () => new Response("", { status: 418 });
const refused = () => Response.json({ code: "no-client-token" }, { status: 404 });

test("a calendar that has failed tries again when the browser is back online, and is shown", async () => {
  let isDown = true;
  const { embed, startOf, section } = openCalendar({
    answer: (request) => (isDown ? unavailable() : grant(request)),
  });
  await expect.poll(() => embed.state).toBe("failed");
  expect(section("status")?.querySelector("button")).not.toBeNull();
  isDown = false;
  goOnline();
  expect(embed.state).toBe("authorizing");
  const { ready } = embed;
  (await startOf(0)).reports.onShown(3);
  await ready;
  expect(embed.state).toBe("ready");
});

test("it does so three times, and again once it has been shown", async () => {
  let isDown = true;
  const { asked, embed, startOf } = openCalendar({
    answer: (request) => (isDown ? unavailable() : grant(request)),
  });
  for (const times of [1, 2, 3, 4, 4]) {
    await expect.poll(() => embed.state).toBe("failed");
    expect(asked).toHaveLength(times);
    goOnline();
  }
  isDown = false;
  embed.retry();
  const { reports } = await startOf(0);
  reports.onShown(3);
  isDown = true;
  reports.onFailure({ call: "availability", status: 500, reason: "status 500" });
  expect(embed.state).toBe("failed");
  goOnline();
  await expect.poll(() => asked.length).toBe(6);
});

test("a failure that another try cannot mend waits for nothing", async () => {
  const { asked, embed } = openCalendar({ answer: refused });
  await expect.poll(() => embed.state).toBe("failed");
  goOnline();
  await nextTasks();
  expect([embed.state, asked.length]).toEqual(["failed", 1]);
});

test("what was tried again by hand, or taken away, is not tried a second time", async () => {
  const later = createDeferred<Response>();
  let tries = 0;
  const { asked, embed } = openCalendar({
    answer: () => ((tries += 1) === 2 ? later.promise : unavailable()),
  });
  await expect.poll(() => embed.state).toBe("failed");
  embed.retry();
  goOnline();
  await nextTasks();
  expect([embed.state, asked.length]).toEqual(["authorizing", 2]);
  later.resolve(unavailable());
  await expect.poll(() => embed.state).toBe("failed");
  embed.destroy();
  goOnline();
  await nextTasks();
  expect([embed.state, asked.length]).toEqual(["destroyed", 2]);
});
