import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { serve } from "../../../demo/server/serve.ts";
import { createTimekit, type Timekit } from "../../../demo/timekit/create-timekit.ts";
import { asObject, asText } from "../../../demo/timekit/json.ts";
import type { Resource } from "../../../demo/timekit/world-types.ts";
import { apiKeys, resourceIds, widgetKeys } from "../../../demo/timekit/world.ts";
import { createBroker } from "../../../src/broker/index.ts";
import { grantPath } from "../../../src/contract/grant-request.ts";
import type { MigrationFacts } from "../../../src/migrate/index.ts";
import { readDist, vendorFile } from "../../tools/dist.ts";
import { launchChromium } from "../../tools/chromium.ts";
import { startServer } from "../../tools/start-server.ts";
import { createMovedWorld } from "./create-moved-world.ts";
import { readCalendar, readForm, readThanks, type SeenCalendar, type SeenForm } from "./read-calendar.ts";

/** A page of v1, and what its owner knows when moving it to v2. */
export interface Move {
  /** Its options, but for the account; `log` makes a callback that writes its name down. */
  readonly v1: (log: (name: string) => () => void) => object;
  /** The resource whose account the page has; the workshop without it. */
  readonly resourceId?: string;
  /** An account of its own, where the configuration comes from a stored widget. */
  readonly hasNoAccount?: true;
  readonly facts?: MigrationFacts;
  /** What a note asks the owner to add to v2. */
  readonly byHand?: object;
  /** IANA name of the visitor's time zone; London without it. */
  readonly timeZone?: string;
  /** CSS pixels; 1000 without it. */
  readonly width?: number;
}

/** What could be seen of one version, and what Timekit was told. */
export interface Seen {
  readonly calendar: SeenCalendar;
  readonly form: SeenForm | undefined;
  readonly thanks: string;
  readonly booking: object;
  /** The callbacks that were called. */
  readonly called: readonly string[];
}

/** The same, with what the page said on its console in the way of a warning. */
export interface Visit {
  readonly seen: Seen;
  readonly warnings: readonly string[];
}

/** v1, v2 and v3 as published, and v1 by our tag. */
export type Version = "one" | "two" | "three" | "embed";

export interface Versions {
  readonly timekit: Timekit;
  /** Starts v1 with the page's options, or another version with what `migrateConfig` makes of them, and books a time. */
  readonly see: (move: Move, version: Version) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

/** Opens a browser, both versions as published, and a Timekit on which they book. */
export const openVersions = async (): Promise<Versions> => {
  const timekit = createTimekit({
    world: createMovedWorld(),
    limits: { perMinute: 100_000 },
  });
  const api = await serve(timekit.fetch, { ports: [0] });
  const files = await readFiles();
  const site = await startServer((request) => {
    const file = files.get(new URL(request.url).pathname);
    return file === undefined
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(file.body), { headers: { "content-type": file.type } });
  });
  const broker = createBroker({
    timekitApiKey: apiKeys.live,
    allowedOrigins: site.origin,
    timekitApiUrl: api.origin,
    rateLimitPerMinute: "100000",
    upstreamPerSecond: "1000",
    logLevel: "silent",
  });
  const brokerServer = await startServer((request) => broker.fetch(request));
  const browser = await launchChromium();

  const accountOf = (move: Move): object => {
    const id = move.resourceId ?? resourceIds.normal;
    const app = timekit.world.apps.find(({ resources }) => resources.some((resource) => resource.id === id));
    const resource = app?.resources.find((one) => one.id === id);
    return {
      app: app?.slug,
      timekitConfig: { apiBaseUrl: `${api.origin}/`, app: app?.slug },
      ...(resource && !move.hasNoAccount && { email: resource.email, apiToken: tokenOf(resource) }),
    };
  };

  const seeVersion = async (move: Move, version: Version): Promise<Visit> => {
    timekit.reset();
    const page = await openPage(browser, { move, url: `${site.origin}/${version}.html` });
    const warnings: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "warning" || message.type() === "error") warnings.push(message.text());
    });
    page.on("pageerror", (error) => warnings.push(String(error)));
    try {
      const account = accountOf(move);
      const facts = {
        appKey: widgetKeys.live,
        resourceId: move.resourceId ?? resourceIds.normal,
        target: version === "three" ? "v3" : version === "embed" ? "embed" : "v2",
        brokerUrl: `${brokerServer.origin}${grantPath}`,
        ...move.facts,
      };
      await page.evaluate(
        `start(${JSON.stringify({ account, facts, byHand: move.byHand ?? {} })}, ${String(move.v1)})`,
      );
      return { seen: await visit(page, timekit), warnings };
    } finally {
      await page.context().close();
    }
  };

  return {
    timekit,
    see: seeVersion,
    close: async () => {
      for (const part of [browser, site, brokerServer, api]) await part.close();
    },
  };
};

const tokenOf = ({ credentials }: Resource): string =>
  credentials.find(({ type }) => type === "client-token")?.token ?? "";

const openPage = async (browser: Browser, { move, url }: { move: Move; url: string }): Promise<Page> => {
  const context = await browser.newContext({
    timezoneId: move.timeZone ?? "Europe/London",
    locale: "en-GB",
    viewport: { width: move.width ?? 1000, height: 1200 },
  });
  const page = await context.newPage();
  // v3's style sheet asks Google for a font.
  await page.route("https://fonts.googleapis.com/**", (route) => route.abort());
  await page.goto(url);
  return page;
};

const visit = async (page: Page, timekit: Timekit): Promise<Seen> => {
  await page.waitForFunction(
    () =>
      document.querySelector(".bookingjs-error") !== null ||
      Reflect.get(window, "hasFailed") === true ||
      (document.querySelector(".bookingjs-calendar") !== null &&
        document.querySelector(".bookingjs-loading") === null),
  );
  const calendar = await page.evaluate(readCalendar);
  let form: SeenForm | undefined;
  let thanks = "";
  // The last of the times that are drawn: it lies well ahead of now.
  const slot = page.locator(".fc-event, .fc-list-item, .fc-list-event").last();
  if ((await slot.count()) > 0) {
    await slot.dispatchEvent("click");
    const submit = page.locator(".bookingjs-form-button");
    if ((await submit.count()) > 0) {
      form = await page.evaluate(readForm);
      await fillIn(page);
      await submit.dispatchEvent("click");
      await page.locator(".bookingjs-form.success").waitFor({ state: "attached" });
      await page.waitForFunction(() => document.querySelector(".booked-email")?.textContent !== "");
      thanks = await page.evaluate(readThanks);
    }
  }
  const called = await page.evaluate(() => Reflect.get(window, "called") as string[]);
  return { calendar, form, thanks, booking: bookingIn(timekit), called };
};

const fillIn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".bookingjs-form-input");
    for (const field of fields) {
      if (field.readOnly || field.value !== "") continue;
      // v3 takes no letters in a telephone number.
      const text = field.name === "phone" ? "020 7946 0123" : `Jane's ${field.name}`;
      field.value = field.type === "email" ? "jane@example.com" : text;
    }
  });

/** What was booked, as both versions say it: each has its own shape. */
const bookingIn = ({ requests }: Timekit): object => {
  const request = requests.filter(({ method, path }) => method === "POST" && path === "/v2/bookings").at(-1);
  if (request === undefined) return {};
  const body = asObject(request.body);
  const event = body["event"] === undefined ? body : asObject(body["event"]);
  const customer = asObject(body["customer"]);
  return {
    status: request.status,
    graph: body["graph"],
    // v1 names the time of a seat by its event alone.
    ...(body["related"] === undefined && {
      startMs: Date.parse(asText(event["start"])),
      endMs: Date.parse(asText(event["end"])),
    }),
    where: body["related"] === undefined ? event["where"] : undefined,
    related: body["related"],
    customer: {
      name: customer["name"],
      email: customer["email"],
      comment: customer["comment"],
      phone: customer["phone"],
      voip: customer["voip"],
    },
  };
};

const readFiles = async (): Promise<ReadonlyMap<string, { type: string; body: Uint8Array }>> => {
  const resolve = createRequire(import.meta.url).resolve;
  const read = (name: string, path: string): Promise<Buffer> =>
    readFile(join(resolve(`${name}/package.json`), "..", path));
  const script = "text/javascript; charset=utf-8";
  const page = (version: Version): { type: string; body: Uint8Array } => ({
    type: "text/html; charset=utf-8",
    body: new TextEncoder().encode(pageFor(version)),
  });
  return new Map([
    ["/one.html", page("one")],
    ["/two.html", page("two")],
    ["/three.html", page("three")],
    ["/embed.html", page("embed")],
    ["/embed.js", { type: script, body: await readDist("loader.js") }],
    [`/${vendorFile}`, { type: script, body: await readDist(vendorFile) }],
    // The youngest with which the original v1 draws each of several slots.
    ["/jquery.js", { type: script, body: await read("jquery-3.4", "dist/jquery.min.js") }],
    ["/one.js", { type: script, body: await read("timekit-booking", "dist/booking.min.js") }],
    ["/two.js", { type: script, body: await read("timekit-booking-v2", "dist/booking.min.js") }],
    ["/three.js", { type: script, body: await read("timekit-booking-v3", "public/build/booking.min.js") }],
    [
      "/three.css",
      { type: "text/css", body: await read("timekit-booking-v3", "public/build/booking.min.css") },
    ],
    ["/migrate.js", { type: script, body: await readDist("migrate.js") }],
  ]);
};

const pageFor = (version: Version): string => `<!doctype html>
<meta charset="utf-8" />
<title>Booking.js ${version}</title>
<body>
<div id="bookingjs"></div>
<div id="other"></div>
${version === "embed" ? "" : version === "three" ? '<link rel="stylesheet" href="/three.css" />' : '<script src="/jquery.js"></script>'}
<script src="/${version}.js"></script>
<script>
  window.called = [];
  const log = (name) => () => void window.called.push(name);
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const deepen = (one, other) => {
    const both = { ...one };
    for (const [key, value] of Object.entries(other))
      both[key] = isObject(value) && isObject(both[key]) ? deepen(both[key], value) : value;
    return both;
  };
  const merge = (options, account) => ({
    ...account,
    ...options,
    timekitConfig: { ...account.timekitConfig, ...options.timekitConfig },
  });
  window.start = async ({ account, facts, byHand }, toOptions) => {
    const options = merge(toOptions(log), account);
    const isOne = ${version === "one"};
    const { migrateConfig } = await import("/migrate.js");
    const config = isOne ? options : deepen(migrateConfig(options, facts).config, byHand);
    if (${version === "embed"}) {
      const embed = TimekitEmbed.mount(config);
      window.calendar3 = () => embed.widget;
      embed.ready.catch(() => (window.hasFailed = true));
      return;
    }
    const widget = new TimekitBooking();
    if (${version === "three"}) window.calendar5 = () => widget.getCalendar();
    widget.init(config);
  };
</script>
`;
