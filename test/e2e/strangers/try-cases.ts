import type { Browser } from "playwright-core";
import type { Api } from "../../../src/loader/api.ts";
import { toHtml } from "../../../demo/pages/html.ts";
import { toJson } from "../hosts/host-script.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";
import { type Case, innocent } from "./cases.ts";
import { foreignHost } from "./sinks.ts";
import { resourceOf, type Sent, type StrangerSite } from "./stranger-site.ts";

/** What has come of a page of cases; each list is empty where nothing went wrong. */
export interface Outcome {
  readonly calendars: number;
  readonly ready: number;
  readonly booked: number;
  /** What a stranger's HTML or script has left. */
  readonly ran: readonly unknown[];
  readonly foreignRequests: readonly string[];
  /** Cases with something out of their place, or over the owner's heading. */
  readonly covered: readonly string[];
  readonly longestTaskMs: number;
  /** Cases of containers whose requests differ from those of an innocent one. */
  readonly changed: readonly string[];
  readonly pageErrors: readonly string[];
  readonly printed: readonly string[];
}

const nobodysMs = 60_000;

/** Opens all cases in one page, looks at each calendar, opens its form and books. */
export const tryCases = async (
  browser: Browser,
  site: StrangerSite,
  tried: readonly Case[],
): Promise<Outcome> => {
  const all = [innocent, ...tried];
  const url = site.publish(writeCases(all, site), all);
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, timezoneId: "UTC" });
  const foreignRequests: string[] = [];
  const pageErrors: string[] = [];
  const printed: string[] = [];
  page.on("pageerror", ({ message }) => pageErrors.push(message));
  page.on("console", (message) => printed.push(message.text()));
  page.on("request", (request) => {
    const asked = request.url();
    if (!/^(data|blob):/.test(asked) && !site.origins.includes(new URL(asked).origin))
      foreignRequests.push(asked);
  });
  await page.route(`${foreignHost}/**`, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: "ran.push('foreign script')",
      headers: { "access-control-allow-origin": "*" },
    }),
  );
  await page.addInitScript(() => {
    Reflect.set(window, "ran", []);
    const tasks: number[] = [];
    Reflect.set(window, "tasks", tasks);
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: "longtask",
      buffered: true,
    });
  });
  await page.goto(url);
  await page.waitForFunction(
    (count) => {
      const { embeds = [] } = (Reflect.get(window, "TimekitEmbed") ?? {}) as Partial<Api>;
      return embeds.length >= count && embeds.every(({ state }) => /ready|failed/.test(state));
    },
    all.length,
    { timeout: nobodysMs },
  );
  const seen = await page.evaluate(useCalendars);
  await page.close();

  const expected = site.sentFor(0).map(anonymise).sort();
  const changed = all.flatMap(({ name, place }, index) => {
    if (place !== "container") return [];
    const sent = site.sentFor(index).map(anonymise);
    const strange = sent.filter((each) => !expected.includes(each));
    return strange.length > 0 ? [`${name}: ${strange.join().slice(0, 300)}`] : [];
  });
  return {
    ...seen,
    calendars: all.length,
    booked: all.filter((_, index) =>
      site.sentFor(index).some(({ call }) => call.startsWith("POST /v2/bookings")),
    ).length,
    covered: seen.covered.map((index) => all[index]?.name ?? "the owner's heading"),
    foreignRequests,
    changed,
    pageErrors,
    printed,
  };
};

/** The same text for the same request of any case. */
const anonymise = ({ call, headers, body }: Sent): string =>
  JSON.stringify([call, headers, body])
    .replace(/case-\d+@/g, "case@")
    .replace(/\bw-\d+/g, "w");

/** The owner's page: a heading, the tag, the containers of strangers, and calendars that the owner mounts. */
const writeCases = (all: readonly Case[], { brokerUrl, timekitOrigin }: StrangerSite): string => {
  const timekitConfig = { apiBaseUrl: `${timekitOrigin}/` };
  const options = { bookingFields: { phone: { enabled: true } }, timekitConfig };
  const parts = all.map(({ place, attributes = {}, owners = {} }, index) => {
    const id = `case-${index}`;
    if (place === "container") {
      const written = Object.entries({ "data-timekit-resource-id": resourceOf(index), ...attributes });
      return `<div class="case" id="${id}" ${written.map(([name, value]) => `${name}="${toHtml(value)}"`).join(" ")}></div>`;
    }
    const config = { ...options, ...owners, ...(place === "widget" && { widgetId: `w-${index}` }) };
    const mount = toJson({ resourceId: resourceOf(index), brokerUrl, target: `#${id}`, config });
    return `<div class="case" id="${id}"></div><script>(window.TimekitEmbed ??= []).push((api) => api.mount(${mount}));</script>`;
  });
  const tag = writeTag(
    { "broker-url": brokerUrl, config: JSON.stringify(options), notice: "off" },
    { src: "/dist/loader.js" },
  );
  return writeDocument(
    `<h1 id="owners" style="height:40px;margin:0">The owner's</h1>${tag.replace(" async", "")}${parts.join("\n")}`,
  );
};

/** Runs in the page: looks, opens each form, books in each calendar, and looks again. */
const useCalendars = async (): Promise<{
  ready: number;
  ran: unknown[];
  covered: number[];
  longestTaskMs: number;
}> => {
  interface Widget {
    fullCalendar(method: string): unknown;
    timekitCreateBooking(form: object, slot: unknown): PromiseLike<unknown>;
  }
  const { embeds } = Reflect.get(window, "TimekitEmbed") as Api;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const ready = embeds.filter(({ state }) => state === "ready");
  const visitor = { name: "Vera Visitor", email: "vera@example.org", comment: "Hello", phone: "1" };
  await wait(300);
  for (const { target, widget } of ready) {
    const { fullCalendar, timekitCreateBooking } = widget as Widget;
    (target?.querySelector(".fc-event, .fc-list-item") as HTMLElement | null)?.click();
    const [slot] = fullCalendar("clientEvents") as unknown[];
    // What cannot be booked has changed no booking.
    const book = async (): Promise<unknown> => timekitCreateBooking({ ...visitor }, slot);
    if (slot) await book().catch(() => null);
  }
  await wait(700);
  const covered: number[] = [];
  for (const [index, element] of [...document.querySelectorAll(".case")].entries()) {
    const isOut =
      element.clientHeight > 3_000 ||
      element.textContent.length > 100_000 ||
      [...element.querySelectorAll("*")].some((inner) => getComputedStyle(inner).position === "fixed");
    if (isOut) covered.push(index);
  }
  scrollTo(0, 0);
  const heading = document.querySelector("#owners");
  if (!heading || document.elementFromPoint(10, 10) !== heading) covered.push(-1);
  return {
    ready: ready.length,
    ran: Reflect.get(window, "ran") as unknown[],
    covered,
    longestTaskMs: Math.round(Math.max(0, ...(Reflect.get(window, "tasks") as number[]))),
  };
};
