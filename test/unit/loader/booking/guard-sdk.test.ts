// @vitest-environment node
import { describe, expect, test, vi } from "vitest";
import type { SdkRequest, SdkResponse, TimekitSdk } from "../../../../src/loader/booking/booking-js.ts";
import { guardSdk } from "../../../../src/loader/booking/guard-sdk.ts";

const authorization = "Basic cmVzb3VyY2U6Y2FuYXJ5";
/** The request as axios, which v1 uses, puts it into answers and failures. */
const config = { headers: { Authorization: authorization } };

/** An SDK that records its calls and answers or fails as it is told, behind the guard. */
const world = (outcome: { readonly answer: unknown } | { readonly failure: unknown }) => {
  const calls: { readonly request: SdkRequest; readonly self: unknown }[] = [];
  const reports: unknown[] = [];
  const sdk: TimekitSdk = {
    makeRequest(request) {
      calls.push({ request, self: this });
      return "answer" in outcome
        ? Promise.resolve({ data: outcome.answer, status: 200, headers: {}, config })
        : // axios rejects with plain objects.
          vi.fn<() => Promise<SdkResponse>>().mockRejectedValue(outcome.failure)();
    },
    setUser: () => undefined,
  };
  let isOver = false;
  const heard: string[] = [];
  guardSdk(sdk, {
    pickWidget: (answer) => ({ cleaned: answer }),
    onAsked: () => void heard.push("asked"),
    onHeard: () => void heard.push("heard"),
    isOver: () => isOver,
    onSlots: (slots) => void reports.push({ slots }),
    onBooked: (booked) => void reports.push({ booked }),
    onFailure: (failure) => void reports.push(failure),
  });
  const end = (): void => {
    isOver = true;
  };
  return { sdk, calls, reports, heard, end };
};

const ask = (path: string, data?: unknown): SdkRequest => ({
  url: path,
  ...(data !== undefined && { data }),
});
const slot = { start: "2026-11-24T09:00:00+00:00", end: "2026-11-24T10:00:00+00:00" };
const booking = { graph: "instant", event: slot };

/** What v1 is told of a failure. */
const failureOf = async (sdk: TimekitSdk, request: SdkRequest): Promise<unknown> => {
  const outcome = await Promise.resolve(sdk.makeRequest(request)).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  return outcome;
};

test("the call itself is v1's own", async () => {
  const { sdk, calls } = world({ answer: [] });
  const request = ask("/findtime", { user_ids: [1] });
  await sdk.makeRequest(request);
  expect(calls).toEqual([{ request, self: sdk }]);
  expect(calls[0]?.request).toBe(request);
});

describe("an answer", () => {
  test.each([
    ["/findtime", slot],
    ["/findtime/team", slot],
    ["/bookings/groups", { id: "g", attributes: { event_info: slot } }],
  ])("of %s counts the slots that v1 gets", async (path, each) => {
    const { sdk, reports } = world({ answer: [each, {}, each] });
    await sdk.makeRequest(ask(path, {}));
    expect(reports).toEqual([{ slots: 2 }]);
  });

  test("without slots counts none, which is an answer too", async () => {
    const { sdk, reports } = world({ answer: [] });
    await sdk.makeRequest(ask("/findtime", {}));
    expect(reports).toEqual([{ slots: 0 }]);
  });

  test.each([["maintenance"], [null], [{ data: [] }]])(
    "that is no list, %j, is a failure, of which v1 says nothing",
    async (answer) => {
      const { sdk, reports } = world({ answer });
      await sdk.makeRequest(ask("/findtime", {}));
      expect(reports).toEqual([{ call: "availability", status: 200, reason: "Timekit's answer is no list" }]);
    },
  );

  test("has its slots without what FullCalendar would follow", async () => {
    const { sdk } = world({ answer: [{ ...slot, url: "javascript:alert(1)" }] });
    expect((await sdk.makeRequest(ask("/findtime", {}))).data).toEqual([slot]);
  });

  test.each(["/widgets/embed/1", "/widgets/hosted/slug"])("of %s is cleaned as one", async (path) => {
    const { sdk, reports } = world({ answer: { id: "w" } });
    expect((await sdk.makeRequest(ask(path))).data).toEqual({ cleaned: { id: "w" } });
    expect(reports).toEqual([]);
  });

  test("about a zone holds the zone and its offset", async () => {
    const { sdk } = world({ answer: { timezone: "Europe/Berlin", utc_offset: 1, other: "x" } });
    const { data } = await sdk.makeRequest(ask("/users/timezone/a@example.com"));
    expect(data).toEqual({ timezone: "Europe/Berlin", utc_offset: 1 });
  });

  test("to a booking is told", async () => {
    const { sdk, reports } = world({ answer: { id: "b1", graph: "instant", state: "confirmed" } });
    await sdk.makeRequest(ask("/bookings", booking));
    expect(reports).toEqual([{ booked: { bookingId: "b1", ...slot, graph: "instant", state: "confirmed" } }]);
  });

  test.each([
    ["/bookings", undefined],
    ["/users", undefined],
    ["/bookingsish", {}],
  ])("of %s, which only the page's own code asks for, stays as it is", async (path, data) => {
    const { sdk, reports } = world({ answer: [{ url: "kept" }] });
    expect((await sdk.makeRequest(ask(path, data))).data).toEqual([{ url: "kept" }]);
    expect(reports).toEqual([]);
  });

  test.each(["/findtime", "/bookings", "/widgets/embed/1", "/other"])(
    "of %s never carries the request with its token to a callback of the page",
    async (path) => {
      const { sdk } = world({ answer: {} });
      const answer: SdkResponse = await sdk.makeRequest(ask(path, {}));
      expect(JSON.stringify(answer)).not.toContain(authorization);
      expect(answer.status).toBe(200);
    },
  );
});

describe("a failure", () => {
  const refused = { status: 422, data: { errors: { event: ["<img src=x onerror=alert(1)>"] } }, config };

  test.each([
    ["/findtime", {}, [{ call: "availability", status: 422, reason: "status 422", url: "/findtime" }]],
    [
      "/bookings/groups",
      undefined,
      [{ call: "availability", status: 422, reason: "status 422", url: "/bookings/groups" }],
    ],
    [
      "/widgets/embed/1",
      undefined,
      [{ call: "availability", status: 422, reason: "status 422", url: "/widgets/embed/1" }],
    ],
    [
      "/bookings",
      booking,
      [{ call: "booking", status: 422, reason: "booking, status 422", url: "/bookings" }],
    ],
    ["/users/timezone/a@example.com", undefined, []],
  ])("of %s is told as what it was", async (path, data, expected) => {
    const { sdk, reports } = world({ failure: refused });
    await failureOf(sdk, ask(path, data));
    expect(reports).toEqual(expected);
  });

  test.each(["/findtime", "/bookings", "/other"])("of %s shows v1 no HTML and no token", async (path) => {
    const { sdk } = world({ failure: refused });
    const failure = await failureOf(sdk, ask(path, {}));
    expect(failure).toMatchObject({
      status: 422,
      data: { errors: { event: ["‹img src=x onerror=alert(1)›"] } },
    });
    expect(JSON.stringify([failure, Object.entries(Object(failure))])).not.toContain(authorization);
    expect(Object.getOwnPropertyNames(failure)).not.toContain("config");
  });

  test.each([
    [new TypeError("Network Error"), 0, "no answer from Timekit"],
    [undefined, 0, "no answer from Timekit"],
    [{ status: "401" }, 0, "no answer from Timekit"],
    [{ status: 401 }, 401, "status 401"],
  ])("%o has the status %i", async (failure, status, reason) => {
    const { sdk, reports } = world({ failure });
    expect(await failureOf(sdk, ask("/findtime"))).toMatchObject({ status, data: "No answer" });
    expect(reports).toEqual([{ call: "availability", status, reason, url: "/findtime" }]);
  });
});

test.each([{ answer: [slot] }, { failure: { status: 500, data: "Oops" } }])(
  "v1 hears nothing of what comes after the end (%j), and the watch over its silence does",
  async (outcome) => {
    const { sdk, heard, end } = world(outcome);
    let settled = 0;
    const count = () => void (settled += 1);
    void sdk.makeRequest(ask("/users/timezone/resource@example.com")).then(count, count);
    end();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([settled, heard]).toEqual([0, ["asked", "heard"]]);
  },
);
