import { expect, test } from "vitest";
import { grantWith } from "./token/grant-body.ts";
import { openCalendar, openReadyCalendar } from "./world/open-calendar.ts";
import { brokerUrl } from "./world/open-page.ts";

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
