import { describe, expect, onTestFinished, test } from "vitest";
import { canary, goodGrant, grantWith } from "./token/grant-body.ts";
import { findTraces } from "./world/find-traces.ts";
import { type CalendarWorld, openCalendar, openReadyCalendar } from "./world/open-calendar.ts";
import { brokerUrl } from "./world/open-page.ts";

describe("a token that is renewed", () => {
  const unauthorized = { call: "availability", status: 401, reason: "status 401" } as const;
  const bookingUnauthorized = { call: "booking", status: 401, reason: "status 401" } as const;

  /** Whether each request so far asked for a renewal. */
  const renewals = (asked: readonly URL[]) => asked.map(({ searchParams }) => searchParams.get("renew"));

  test("a token that Timekit refuses is renewed once, and v1 starts anew with it", async () => {
    const { embed, asked, heard, startOf } = openCalendar();
    const first = await startOf(0);
    first.reports.onFailure(unauthorized);
    expect(first.isOver()).toBe(true);
    expect(embed.state).toBe("authorizing");
    const second = await startOf(1);
    second.reports.onShown(2);
    await embed.ready;
    expect(renewals(asked)).toEqual([null, "1"]);
    expect(asked[1]?.href.startsWith(brokerUrl)).toBe(true);
    expect(heard.filter(({ name }) => name === "error")).toEqual([]);
  });

  test("a renewed token that is refused too is the end", async () => {
    const { embed, asked, startOf } = openCalendar();
    (await startOf(0)).reports.onFailure(unauthorized);
    (await startOf(1)).reports.onFailure(unauthorized);
    await expect(embed.ready).rejects.toMatchObject({ code: "widget/unauthorized" });
    expect(renewals(asked)).toEqual([null, "1"]);
  });

  test("a token that worked for a while may be renewed again", async () => {
    const { embed, asked, startOf } = openCalendar();
    (await startOf(0)).reports.onFailure(unauthorized);
    const second = await startOf(1);
    second.reports.onShown(2);
    second.reports.onFailure(unauthorized);
    (await startOf(2)).reports.onShown(2);
    expect(embed.state).toBe("ready");
    expect(renewals(asked)).toEqual([null, "1", "1"]);
  });

  test("after a retry the first token is an ordinary one", async () => {
    const { embed, asked, startOf } = openCalendar();
    (await startOf(0)).reports.onFailure(unauthorized);
    (await startOf(1)).reports.onFailure(unauthorized);
    expect(embed.state).toBe("failed");
    embed.retry();
    (await startOf(2)).reports.onFailure(unauthorized);
    await startOf(3);
    expect(renewals(asked)).toEqual([null, "1", null, "1"]);
  });

  test("a broker that has no other token ends it with its own reason", async () => {
    const { embed, startOf } = openCalendar({
      answer: (request) =>
        new URL(request.url).searchParams.has("renew")
          ? Response.json({ code: "no-client-token" }, { status: 404 })
          : Response.json(grantWith({})),
    });
    (await startOf(0)).reports.onFailure(unauthorized);
    await expect(embed.ready).rejects.toMatchObject({ code: "broker/no-token" });
  });

  test("a booking that fails keeps the form and what was typed, and is told", async () => {
    const { embed, first, heard, section } = await openReadyCalendar();
    first.reports.onFailure({ call: "booking", status: 422, reason: "status 422" });
    expect([embed.state, first.isOver()]).toEqual(["ready", false]);
    expect(section("status")?.getAttribute("role")).toBe("alert");
    expect(heard.at(-1)).toMatchObject({ name: "error", detail: { code: "widget/failed" } });
    first.reports.onBooked({ bookingId: "b1", start: null, end: null, graph: null, state: null });
    expect(section("status")).toBeNull();
  });

  test("a booking for which the token is refused gets another token without losing the form", async () => {
    const { embed, first, asked, started } = await openReadyCalendar({
      answer: (request) => {
        const isRenewal = new URL(request.url).searchParams.has("renew");
        return Response.json(grantWith({ token: isRenewal ? "renewed" : "first" }));
      },
    });
    first.reports.onFailure(bookingUnauthorized);
    await expect.poll(() => first.tokens).toEqual(["renewed"]);
    expect([embed.state, first.isOver(), started.length]).toEqual(["ready", false, 1]);
    expect(renewals(asked)).toEqual([null, "1"]);
    first.reports.onFailure(bookingUnauthorized);
    expect(embed.state).toBe("failed");
  });

  test("a booking for which no other token is to be had ends the calendar", async () => {
    const { embed, first } = await openReadyCalendar({
      answer: (request) =>
        new URL(request.url).searchParams.has("renew")
          ? new Response("", { status: 404 })
          : Response.json(grantWith({})),
    });
    first.reports.onFailure(bookingUnauthorized);
    await expect.poll(() => embed.state).toBe("failed");
    expect(first.tokens).toEqual([]);
  });
});

describe("a token that is refused", () => {
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
});
