import { expect, onTestFinished, test } from "vitest";
import type { BookingInstance, SdkRequest } from "../../../../src/loader/booking/booking-js.ts";
import { shieldBooking } from "../../../../src/loader/booking/index.ts";
import type { BookingReports } from "../../../../src/loader/vendor.ts";
import { canary, goodGrant } from "../token/grant-body.ts";

interface Recorded {
  readonly configs: Record<string, unknown>[];
  readonly calls: string[];
  readonly users: unknown[];
}

/** A Booking.js that records what is done with it and answers Timekit's calls as it is told. */
const createBookingJs = (
  recorded: Recorded,
  respond: (request: SdkRequest) => Promise<{ data: unknown }>,
) => ({
  Booking: class implements BookingInstance {
    readonly timekitSdk = {
      makeRequest: respond,
      setUser: (...user: unknown[]) => void recorded.users.push(user),
    };
    init(config: Record<string, unknown>) {
      recorded.configs.push(config);
      recorded.calls.push("init");
      return this;
    }
    fullCalendar(method: string) {
      recorded.calls.push(`fullCalendar ${method}`);
      if (recorded.configs.length === 0) throw new Error("There is no calendar yet");
    }
    getConfig() {
      return recorded.configs.at(-1) ?? {};
    }
    destroy() {
      if (recorded.configs.length === 0) throw new Error("No target DOM element was found (#bookingjs)");
      recorded.calls.push("destroy");
    }
  },
  jQuery: Object.assign(
    (target: unknown) => ({
      off: (event: string) =>
        void recorded.calls.push(`off ${event} ${target === document ? "document" : "?"}`),
    }),
    { event: { add: () => undefined, remove: () => undefined } },
  ),
});

const world = (
  respond: (request: SdkRequest) => Promise<{ data: unknown }> = () => Promise.resolve({ data: [] }),
) => {
  const recorded: Recorded = { configs: [], calls: [], users: [] };
  const reported: unknown[] = [];
  const element = document.createElement("div");
  const reports: BookingReports = {
    onShown: (slots) => void reported.push({ slots }),
    onBooked: (booked) => void reported.push({ booked: booked.bookingId }),
    onFailure: (failure) => void reported.push(failure),
    onIgnored: (option) => void reported.push({ ignored: option }),
    onRefused: (option) => void reported.push({ refused: option }),
    refuse: (option) => new Error(option),
  };
  const vendor = shieldBooking(createBookingJs(recorded, respond), [], document);
  const start = (config: Readonly<Record<string, unknown>> = {}) => {
    const layers = [{ config, isTrusted: true }];
    const running = vendor.start({ element, layers, grant: goodGrant, baseUrl: document.URL }, reports);
    onTestFinished(running.destroy);
    const instance = running.instance as BookingInstance;
    return {
      running,
      ask: (request: SdkRequest) => Promise.resolve(instance.timekitSdk.makeRequest(request)),
    };
  };
  return { element, recorded, reported, start };
};

const slot = { start: "2026-11-24T09:00:00+00:00", end: "2026-11-24T10:00:00+00:00" };
const nextTask = () => new Promise((resolve) => setTimeout(resolve, 5));
const fails = () => Promise.reject(Object.assign(new Error("Unauthorized"), { status: 401 }));

test("v1 starts in the element, with the granted credential and the page's options", () => {
  const { element, recorded, start } = world();
  start({ name: "Ann", targetEl: "#other", apiToken: "theirs" });
  expect(recorded.configs).toHaveLength(1);
  expect(recorded.configs[0]).toMatchObject({
    name: "Ann",
    apiToken: canary,
    app: "example-app",
    autoload: false,
  });
  expect(recorded.configs[0]?.["targetEl"]).toBe(element);
});

test("each start has an instance of its own, since one that has failed shows no other failure", () => {
  const { start } = world();
  expect(start().running.instance).not.toBe(start().running.instance);
});

test("an option that is refused is thrown before there is an instance", () => {
  const { recorded, start } = world();
  expect(() => start({ avatar: "javascript:alert(1)" })).toThrow("config.avatar");
  expect(recorded.calls).toEqual([]);
});

test("slots are told once they are drawn", async () => {
  const { reported, start } = world(() => Promise.resolve({ data: [slot, slot] }));
  await start().ask({ url: "/findtime" });
  expect(reported).toEqual([]);
  await nextTask();
  expect(reported).toEqual([{ slots: 2 }]);
});

test("a failure is told once, though v1 then shows its error screen", async () => {
  const { element, reported, start } = world(fails);
  await expect(start().ask({ url: "/findtime" })).rejects.toThrow("Timekit refused");
  element.innerHTML = '<div class="bookingjs-error"></div>';
  await nextTask();
  expect(reported).toEqual([{ call: "availability", status: 401, reason: "status 401", url: "/findtime" }]);
  expect(element.innerHTML).toBe("");
});

test("an error screen for which no call has failed is a failure of v1", async () => {
  const { element, reported, start } = world();
  start();
  element.innerHTML = '<div class="bookingjs-error"></div>';
  await nextTask();
  expect(reported).toEqual([{ call: "availability", status: 0, reason: "it shows its error screen" }]);
});

test("another token is given to the running instance", () => {
  const { recorded, start } = world();
  start().running.useToken({ ...goodGrant, token: "renewed" });
  expect(recorded.users).toEqual([["resource@example.com", "renewed"]]);
});

test("the end takes FullCalendar, v1, its classes and its key handler away", () => {
  const { element, recorded, start } = world();
  const { running } = start();
  element.className = "bookingjs is-small";
  running.destroy();
  expect(recorded.calls).toEqual(["init", "fullCalendar destroy", "destroy", "off keyup.calendar1 document"]);
  expect(element.className).toBe("");
});

test("the end works where v1 never came to a calendar", () => {
  const { element, recorded, start } = world();
  const { running } = start();
  recorded.configs.length = 0;
  element.innerHTML = "<p>What it came to</p>";
  expect(running.destroy).not.toThrow();
  expect(recorded.calls).not.toContain("destroy");
  expect(element.innerHTML).toBe("");
});

test("what fails after the end is nobody's failure", async () => {
  const { reported, start } = world(fails);
  const { running, ask } = start();
  const answer = ask({ url: "/findtime" });
  running.destroy();
  void answer.finally(() => reported.push("v1 was told"));
  await nextTask();
  expect(reported).toEqual([]);
});

test("what is booked in the end is told all the same", async () => {
  const { reported, start } = world(() => Promise.resolve({ data: { id: "b1" } }));
  const { running, ask } = start();
  const answer = ask({ url: "/bookings", data: {} });
  running.destroy();
  void answer.finally(() => reported.push("v1 was told"));
  await nextTask();
  expect(reported).toEqual([{ booked: "b1" }]);
});

test("slots that arrive after the end are not shown", async () => {
  const { reported, start } = world();
  const { running, ask } = start();
  const answer = ask({ url: "/findtime" });
  running.destroy();
  void answer.finally(() => reported.push("v1 was told"));
  await nextTask();
  expect(reported).toEqual([]);
});
