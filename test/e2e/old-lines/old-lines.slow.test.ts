import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds, widgetIds } from "../../../demo/timekit/world.ts";
import type { Api } from "../../../src/loader/api.ts";
import { servePackage } from "../hosts/serve-files.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageOptions, type PageParts, writeDocument } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const oldToken = "an-old-token-that-anybody-can-read";

const files = {
  "jquery.js": servePackage("jquery-3.4/dist/jquery.min.js"),
  "booking.js": servePackage("timekit-booking/dist/booking.min.js"),
};

const jquery = '<script src="jquery.js"></script>';
const file = '<script src="booking.js"></script>';
const place = '<div id="bookingjs"></div>';

/** The old options, with a token of their own. */
const oldConfig = ({ config }: PageParts, others = ""): string =>
  `{ ...${config}, app: "brook-lane", email: "old@example.com", apiToken: "${oldToken}", ${others} }`;

/** The snippet that starts by itself at `load`. */
const autoload = (parts: PageParts, others?: string): string =>
  `<script>window.timekitBookingConfig = ${oldConfig(parts, others)};</script>`;

/** The snippet that starts it in code. */
const direct = (parts: PageParts, others?: string): string =>
  `<script>new TimekitBooking().init(${oldConfig(parts, others)});</script>`;

const later = (script: string, ms: number): string =>
  script.replace("<script>", `<script>setTimeout(() => {`).replace("</script>", `}, ${ms});</script>`);

const sync = ({ tag }: PageParts): string => tag.replace(" async", "");

/** The bodies of pages in which the old lines are left, in every order. */
const bodies: Readonly<Record<string, (parts: PageParts) => string>> = {
  "autoload before our tag": (parts) => place + jquery + autoload(parts) + file + sync(parts),
  "autoload before our async tag": (parts) => place + jquery + autoload(parts) + file + parts.tag,
  "autoload after our tag": (parts) => place + sync(parts) + jquery + autoload(parts) + file,
  "autoload around our tag": (parts) => place + autoload(parts) + sync(parts) + jquery + file,
  "autoload that is deferred": (parts) =>
    place + autoload(parts) + [jquery, file].join("").replaceAll("<script", "<script defer") + sync(parts),
  "autoload inside of the target": (parts) =>
    `<div id="bookingjs">${jquery}${autoload(parts)}${file}</div>${parts.tag}`,
  "autoload with our tag inside of the target": (parts) =>
    `<div id="bookingjs">${jquery}${autoload(parts)}${file}${sync(parts)}</div>`,
  "autoload into a place of its own": (parts) =>
    `<div id="own"></div>${jquery}${autoload(parts, 'targetEl: "#own"')}${file}${sync(parts)}`,
  "autoload of a stored widget": (parts) =>
    place + jquery + autoload(parts, `widgetSlug: "${widgetIds.slug}"`) + file + sync(parts),
  "a start in code before our tag": (parts) => place + jquery + file + direct(parts) + sync(parts),
  "a start in code after our tag": (parts) => place + sync(parts) + jquery + file + direct(parts),
  "a start in code, much later": (parts) => place + sync(parts) + jquery + file + later(direct(parts), 1500),
  "a start in code with a name and a picture": (parts) =>
    place + sync(parts) + jquery + file + direct(parts, 'name: "Old", avatar: "data:,"'),
  "several starts in code": (parts) =>
    place + sync(parts) + jquery + file + direct(parts) + direct(parts) + later(direct(parts), 800),
  "autoload without jQuery": (parts) => place + autoload(parts) + file + sync(parts),
  "a start in code without jQuery": (parts) => place + file + direct(parts) + sync(parts),
};

const open = (body: (parts: PageParts) => string, options: PageOptions = {}): Promise<Visit> =>
  world.openPage({
    resourceId: resourceIds.oneSlot,
    files,
    html: (parts) => writeDocument(`<main>${body(parts)}</main>`),
    ...options,
  });

/** What is in our target, and how our embed is. */
const look = ({ page }: Visit) =>
  page.evaluate(() => {
    const [embed] = (Reflect.get(window, "TimekitEmbed") as Api).embeds;
    return {
      state: embed?.state,
      children: [...(embed?.target?.children ?? [])]
        .filter(({ tagName }) => tagName !== "SCRIPT")
        .map((child) => child.getAttribute("data-timekit-part") ?? child.className),
      isOldLooking: embed?.target?.classList.contains("bookingjs"),
      slots: document.querySelectorAll('[data-timekit-part="widget"] .fc-event').length,
      calendars: document.querySelectorAll(".bookingjs-calendar").length,
    };
  });

const ours = {
  state: "ready",
  children: ["notice", "status", "widget"],
  isOldLooking: false,
  slots: 1,
  calendars: 1,
};

const warningsOf = ({ printed }: Visit): readonly string[] =>
  printed.filter((line) => line.startsWith("warning: [timekit-embed] Booking.js v1 is still"));

describe.each(Object.entries(bodies))("%s", (_, body) => {
  it("is told, and ours is the calendar that stays", async () => {
    const visit = await open(body);
    await visit.reaches("ready");
    await visit.page.waitForTimeout(2500);

    expect(await look(visit)).toEqual(ours);
    expect(await visit.page.locator('[data-timekit-part="notice"]').isVisible()).toBe(true);
    const warnings = warningsOf(visit);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/revoke the token in them/);
    expect(warnings[0]).toMatch(/ <script src="http[^"]*\/booking\.js">/);
    expect(warnings[0]).toMatch(/ <script>…[tT]imekitBooking(Config)?…apiToken…/);
    expect(visit.printed.filter((line) => line.includes("timekit-embed")).join()).not.toContain(oldToken);
    const heard = await visit.events();
    expect(heard.filter(({ name }) => name === "ready")).toHaveLength(1);
    expect(JSON.stringify(heard)).not.toContain(oldToken);
    await visit.close();
  });
});

it("an owner's notice names the lines, also where the upgrade was dismissed", async () => {
  const visit = await open((parts) => place + sync(parts) + jquery + autoload(parts) + file, {
    prepare: (page) =>
      page.addInitScript(() => {
        localStorage.setItem("timekit-embed:owner", "owner");
        localStorage.setItem("timekit-embed:dismissed", String(Date.now()));
      }),
  });
  await visit.reaches("ready");
  const notice = visit.page.locator('[data-timekit-part="notice"] [part="text"]');
  await expect.poll(() => notice.innerText()).toMatch(/revoke the token.*booking\.js.*apiToken/s);
  expect(await notice.innerText()).not.toContain(oldToken);
  await visit.page.getByRole("button", { name: "Dismiss" }).click();
  expect(await notice.count()).toBe(0);
  await visit.close();
});

it("a visitor's notice does not", async () => {
  const visit = await open((parts) => place + sync(parts) + jquery + autoload(parts) + file);
  await visit.reaches("ready");
  await expect.poll(() => warningsOf(visit)).toHaveLength(1);
  const notice = visit.page.locator('[data-timekit-part="notice"] [part="text"]');
  expect(await notice.innerText()).toMatch(/has deprecated/);
  await visit.close();
});

it("an old calendar that starts again and again gets the place in the end, and `state` says so", async () => {
  const visit = await open(
    (parts) =>
      place +
      sync(parts) +
      jquery +
      file +
      direct(parts)
        .replace("<script>", "<script>setInterval(() => {")
        .replace("</script>", "}, 100);</script>"),
  );
  await visit.reaches("failed");
  expect(await visit.errors()).toEqual([
    {
      code: "embed/destroyed",
      message: expect.stringMatching(/old Booking\.js.*again and again/),
      retryable: false,
    },
  ]);
  await visit.page.waitForTimeout(1500);
  expect((await look(visit)).state).toBe("failed");
  expect(await visit.errors()).toHaveLength(1);
  await visit.close();
});

it("a calendar of v1 in an element of its own stays the page's", async () => {
  const visit = await open(
    (parts) =>
      `${place}<div id="old"></div>${jquery}${file}${direct(parts, 'targetEl: "#old"')}${sync(parts)}`,
  );
  await visit.reaches("ready");
  await visit.page.locator("#old .bookingjs-calendar").waitFor();
  expect(await look(visit)).toEqual({ ...ours, calendars: 2 });
  expect(warningsOf(visit)).toHaveLength(1);
  await visit.close();
});

it("a page's own booking.js, and Booking.js v2, are nothing to us", async () => {
  const visit = await open(
    (parts) =>
      `${place}<div id="v2"></div>${jquery}${file}<script src="cdn/booking-js/v2/booking.min.js"></script>${sync(parts)}
      <script>window.timekitBooking = new TimekitBooking(); timekitBooking.init({ el: "#v2", app_key: "live_widget_key_x", project_id: "x" });</script>`,
    {
      files: {
        ...files,
        "booking.js": () => new Response("'of the page'", { headers: { "content-type": "text/javascript" } }),
        "cdn/booking-js/v2/booking.min.js": servePackage("timekit-booking-v2/dist/booking.min.js"),
      },
    },
  );
  await visit.reaches("ready");
  await visit.page.waitForTimeout(500);
  expect(warningsOf(visit)).toEqual([]);
  expect((await look(visit)).slots).toBe(1);
  await visit.close();
});
