import { afterEach, describe, expect, test } from "vitest";
import { createOldLines } from "../../../../src/loader/booking/old-lines.ts";
import { createPage } from "../world/open-page.ts";

afterEach(() => document.body.replaceChildren());

const token = "an-old-token";

const addScript = (attributes: Readonly<Record<string, string>>, text = ""): void => {
  const script = document.createElement("script");
  // Of this type happy-dom does not try to run it.
  script.type = "text/x-page";
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  script.textContent = text;
  document.body.append(script);
};

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** What is told of the page's scripts: once it is loaded, and once a calendar of theirs was seen. */
const world = async (globals = {}) => {
  const page = createPage({ globals });
  const told: (readonly string[])[] = [];
  const oldLines = createOldLines(page);
  const stop = oldLines.onFound((lines) => void told.push(lines));
  await nextTask();
  return { oldLines, told, stop, printed: page.printed };
};

describe("a file of v1", () => {
  test.each([
    ["https://cdn.timekit.io/booking-js/v1/booking.min.js", true],
    ["https://cdn.timekit.io/booking-js/v1.24.2/booking.js?key=secret#x", true],
    ["https://cdn.example/npm/timekit-booking@1.24.2/dist/booking.min.js", true],
    ["https://cdn.timekit.io/booking-js/v2/booking.min.js", false],
    ["https://cdn.timekit.io/booking-js/v3.1.1/booking.min.js", false],
    ["https://cdn.example/npm/timekit-booking@2.9.10/dist/booking.min.js", false],
    ["https://hotel.example/js/booking.js", false],
    ["https://hotel.example/timekit/other.js", false],
    ["https://cdn.example/timekit/vendor/booking-1.24.2.js", false],
  ])("%s: %s", async (src, isOld) => {
    addScript({ src });
    const { told, printed } = await world();
    const line = `<script src="${src.replace(/[?#].*/, "")}">`;
    expect(told).toEqual(isOld ? [[line]] : []);
    expect(printed.map(([level, , , code]) => [level, code])).toEqual(isOld ? [["warn", line]] : []);
  });

  test("of any address counts where v1 is certain", async () => {
    addScript({ src: "https://hotel.example/js/booking.js" });
    const line = '<script src="https://hotel.example/js/booking.js">';
    expect((await world({ timekitBookingConfig: { widgetId: "w" } })).told).toEqual([[line]]);
    const { oldLines, told } = await world();
    oldLines.onSeen();
    oldLines.onSeen();
    expect(told).toEqual([[line]]);
  });
});

describe("a snippet", () => {
  test.each([
    [`window.timekitBookingConfig = { apiToken: "${token}" }`, "timekitBookingConfig"],
    [`new TimekitBooking().init({ "apiToken": "${token}" })`, "TimekitBooking"],
    ['window.timekitBookingConfig = { name: "Ann" }', undefined],
    ['new TimekitBooking().init({ app_key: "key" })', undefined],
    [`fetch("/", { apiToken: "${token}" })`, undefined],
  ])("%s is %s", async (text, name) => {
    addScript({}, "1");
    addScript({}, text);
    const { told, printed } = await world();
    const code = name ? [`<script>…${name}…apiToken…</script>`] : [];
    expect(told.flat().map((line) => line.replace(/^document\.scripts\[\d+\]: /, ""))).toEqual(code);
    expect(JSON.stringify([told, printed])).not.toContain(token);
  });

  test("in a file of its own is known by what it has set, which is not read", async () => {
    const config = {
      get apiToken() {
        throw new Error("It was read.");
      },
    };
    expect((await world({ timekitBookingConfig: config })).told).toEqual([["timekitBookingConfig.apiToken"]]);
  });

  test("in an element that is filled is found all the same", async () => {
    const page = createPage();
    const oldLines = createOldLines(page);
    addScript({}, `timekitBookingConfig = { apiToken: "${token}" }`);
    oldLines.keep([...document.body.childNodes]);
    document.body.replaceChildren();
    await nextTask();
    expect(page.printed.flat()).toContain("<script>…timekitBookingConfig…apiToken…</script>");
  });
});

test("what is found later is told, also to those who ask later, and nobody is told twice", async () => {
  const { oldLines, told, stop, printed } = await world();
  expect(told).toEqual([]);
  oldLines.onSeen();
  expect(told).toEqual([["new TimekitBooking().init(…)"]]);
  const late: unknown[] = [];
  oldLines.onFound((lines) => void late.push(lines));
  expect(late).toEqual(told);
  stop();
  addScript({ src: "https://cdn.timekit.io/booking-js/v1/booking.min.js" });
  oldLines.onSeen();
  expect(told).toHaveLength(1);
  expect(late).toHaveLength(2);
  expect(printed).toHaveLength(2);
});
