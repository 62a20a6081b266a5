import { expect, onTestFinished, test } from "vitest";
import { canary, goodGrant, grantWith } from "./token/grant-body.ts";
import { findTraces } from "./world/find-traces.ts";
import { type CalendarWorld, openCalendar } from "./world/open-calendar.ts";

const leaks: Readonly<Record<string, (world: CalendarWorld) => void>> = {
  document: ({ embed }) => embed.target?.setAttribute("title", canary),
  storage: () => sessionStorage.setItem("key", canary),
  console: ({ page }) => page.console.info("a", { token: canary }),
  events: ({ embed }) =>
    embed.target?.dispatchEvent(
      new CustomEvent("timekit-embed:error", { bubbles: true, detail: { token: canary } }),
    ),
  embed: ({ embed }) => Object.assign(embed, { token: canary }),
  address: () => history.replaceState(null, "", `#${canary}`),
  globals: ({ page }) => Object.assign(page.window, { token: canary }),
  pattern: () => /y/.test(canary),
};

const refused = {
  "a server-token": grantWith({ type: "server-token", app: canary }, { name: canary, email: canary }),
  "an expired one": grantWith({ expires: "2016-11-06T12:22:04+00:00" }),
  "one for another resource": grantWith({}, { id: "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913", name: canary }),
  "one without an app": grantWith({ app: "" }),
  "one that is no token": grantWith({ token: `${canary} ${canary}` }),
};

const openRefused = async (body: object): Promise<CalendarWorld> => {
  onTestFinished(() => {
    sessionStorage.clear();
    history.replaceState(null, "", location.pathname);
  });
  const world = openCalendar({ answer: () => Response.json(body) });
  await world.embed.ready.catch(() => undefined);
  expect(world.embed.state).toBe("failed");
  return world;
};

test.each(Object.entries(refused))(
  "of a token that is refused, %s, nothing is kept, and v1 does not start",
  async (_, body) => {
    const world = await openRefused(body);
    expect(await findTraces(canary, world)).toEqual([]);
    expect(world.started).toEqual([]);
    expect(JSON.stringify(body)).toContain(goodGrant.token);
  },
);

test.each(Object.entries(leaks))("a trace in %s would be found", async (place, leak) => {
  const world = await openRefused(refused["a server-token"]);
  leak(world);
  expect(await findTraces(canary, world)).toContain(place);
});
