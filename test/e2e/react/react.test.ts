import { runInThisContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { vendorPath } from "../hosts/host-script.ts";
import { serveScript } from "../hosts/serve-files.ts";
import { bookFirstSlot } from "../world/book-slot.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageParts, writeDocument } from "../world/write-page.ts";
import { bundleReact, type ReactVersion } from "./bundle-react.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Renders what `document.show()` is given, in strict mode, and keeps what the callbacks are called with. */
const app = `
  import { createElement, StrictMode } from "react";
  import { flushSync } from "react-dom";
  import { createRoot, hydrateRoot } from "react-dom/client";
  import { TimekitCalendar } from "timekit-embed/react";

  document.heard = [];
  const hear = (name) => (detail) => document.heard.push({ name, detail });
  const Calendar = ({ says, ...props }) => createElement(TimekitCalendar, {
    onReady: hear("ready"), onBooked: hear("booked"), onError: hear("error"), onState: hear("state"),
    className: "calendar", style: { color: "red" }, fallback: "Call us",
    ...props,
    config: { ...JSON.parse(document.config), callbacks: { showBookingPage: () => { document.said = says; } } },
  });
  const write = (props) => createElement(StrictMode, null, props && createElement(Calendar, props));
  const place = document.querySelector("main");
  const root = place.firstChild ? hydrateRoot(place, write(document.first)) : createRoot(place);
  document.show = (props) => flushSync(() => root.render(write(props)));
  if (!place.firstChild) document.show(document.first);
`;

const server = `
  import { createElement } from "react";
  import { renderToString } from "react-dom/server.browser";
  import { TimekitCalendar } from "timekit-embed/react";
  globalThis.renderCalendar = (props) => renderToString(createElement(TimekitCalendar, props));
`;

const propsOf = ({ brokerUrl, resourceId }: PageParts) => ({ resourceId, brokerUrl, vendorUrl: vendorPath });

describe.each([18, 19] as const)("with React %s", (version: ReactVersion) => {
  let script: string;
  beforeAll(async () => {
    script = await bundleReact(version, app);
  });

  const open = async (rendered: (parts: PageParts) => string = () => "") => {
    let parts: PageParts | undefined;
    const visit = await world.openPage({
      resourceId: resourceIds.twelveSlots,
      files: { "app.js": serveScript(script) },
      html: (given) => {
        parts = given;
        return writeDocument(
          `<main>${rendered(given)}</main>
           <script>document.config = ${JSON.stringify(given.config)};
             document.first = ${JSON.stringify(propsOf(given))}</script><script src="app.js"></script>`,
        );
      },
    });
    const { page } = visit;
    if (!parts) throw new Error("the page was not written");
    const props = propsOf(parts);
    return {
      ...visit,
      props,
      show: (next: object | null) =>
        page.evaluate((next) => (Reflect.get(document, "show") as (next: object | null) => void)(next), next),
      heard: (name: string) =>
        page.evaluate(
          (name) =>
            (Reflect.get(document, "heard") as { name: string; detail: unknown }[])
              .filter((one) => one.name === name)
              .map(({ detail }) => detail),
          name,
        ),
      waitForSlots: () => page.locator(".fc-event").first().waitFor(),
      countTokens: () => visit.requests.filter((one) => one.url().includes("/client-token")).length,
    };
  };

  it("strict mode shows one calendar, asks once and calls onReady once", async () => {
    const { page, waitForSlots, heard, countTokens, printed, pageErrors, props, close } = await open();
    await waitForSlots();
    expect(await page.locator("[data-timekit-part=widget]").count()).toBe(1);
    expect(await page.locator("main > .calendar").getAttribute("style")).toBe("color: red;");
    expect(await heard("ready")).toEqual([{ resourceId: props.resourceId }]);
    expect(await heard("state")).toEqual([
      { from: "waiting", to: "authorizing" },
      { from: "authorizing", to: "loading" },
      { from: "loading", to: "ready" },
    ]);
    expect([countTokens(), pageErrors]).toEqual([1, []]);
    expect(printed.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
    await close();
  });

  it("an equal config stays, with its latest functions; a changed prop applies", async () => {
    const { page, show, props, waitForSlots, heard, countTokens, close } = await open();
    await waitForSlots();
    await show({ ...props, says: "second" });
    await page.locator(".fc-event").first().click();
    expect(await page.evaluate(() => Reflect.get(document, "said"))).toBe("second");
    expect([countTokens(), (await heard("ready")).length]).toEqual([1, 1]);

    await show({ ...props, resourceId: resourceIds.noSlots });
    await expect
      .poll(() => heard("ready"))
      .toEqual([{ resourceId: props.resourceId }, { resourceId: resourceIds.noSlots }]);
    expect(await page.locator("[data-timekit-part=widget]").count()).toBe(1);
    await close();
  });

  it("unmounting leaves nothing, and mounting again shows it again", async () => {
    const { page, show, props, waitForSlots, close } = await open();
    await waitForSlots();
    await show(null);
    expect(await page.locator("main").innerHTML()).toBe("");
    await page.waitForFunction(
      () => (Reflect.get(window, "TimekitEmbed") as unknown as { embeds: [] }).embeds.length === 0,
    );
    await show(props);
    await waitForSlots();
    await close();
  });

  it("onBooked and onError are called with the events' details", async () => {
    const { page, show, props, waitForSlots, heard, events, close } = await open();
    await waitForSlots();
    await bookFirstSlot(page);
    await page.locator(".bookingjs-form.success").waitFor();
    expect(await heard("booked")).toEqual([(await events()).find(({ name }) => name === "booked")?.detail]);
    await show({ ...props, resourceId: "me" });
    await expect.poll(() => heard("error")).toMatchObject([{ code: "config/bad-resource-id" }]);
    await close();
  });

  it("a server renders the fallback, and the calendar takes its place", async () => {
    runInThisContext(await bundleReact(version, server));
    const render = Reflect.get(globalThis, "renderCalendar") as (props: object) => string;
    const rendered = render({
      resourceId: "r",
      className: "calendar",
      style: { color: "red" },
      fallback: "Call us",
    });
    expect(rendered).toBe('<div class="calendar" style="color:red">Call us<div></div></div>');

    const { page, waitForSlots, printed, heard, close } = await open(() => rendered);
    await waitForSlots();
    expect(await page.locator("main").textContent()).not.toContain("Call us");
    expect(printed.filter((line) => /^(error|warning)/.test(line))).toEqual([]);
    expect(await heard("ready")).toHaveLength(1);
    await close();
  });
});
