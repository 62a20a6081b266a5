// @vitest-environment node
import { expect, test } from "vitest";
import { checkLayer } from "../../../../src/loader/booking/check-layer.ts";

const check = (config: Record<string, unknown>, isOwners: boolean) => {
  const ignored: string[] = [];
  const checked = checkLayer({ ...config }, isOwners, {
    onIgnored: (option) => void ignored.push(option),
    refuse: (option) => new Error(option),
  });
  return { checked, ignored };
};

const credential = { apiToken: "secret", email: "a@example.com", app: "other", debug: true };

test.each([true, false])("what the broker decides is left out with a word (the owner's: %s)", (isOwners) => {
  const { checked, ignored } = check({ ...credential, name: "Ann" }, isOwners);
  expect(checked).toEqual({ name: "Ann" });
  expect(ignored).toEqual(["config.apiToken", "config.email", "config.app", "config.debug"]);
});

test("nothing is said of what is empty", () => {
  const { checked, ignored } = check({ apiToken: "", email: null, app: undefined, debug: false }, true);
  expect(checked).toEqual({});
  expect(ignored).toEqual([]);
});

test("what the loader decides is left out without a word", () => {
  expect(check({ targetEl: "#x", autoload: true, name: "Ann" }, true)).toEqual({
    checked: { name: "Ann" },
    ignored: [],
  });
});

test.each([
  [{ timekitConfig: { apiBaseUrl: "https://evil.example/" } }, "config.timekitConfig of the container"],
  [{ timekitConfig: null }, "config.timekitConfig of the container"],
  [{ fullCalendar: { events: "https://evil.example/" } }, "config.fullCalendar.events of the container"],
  [{ fullCalendar: { eventSources: [{ url: "x" }] } }, "config.fullCalendar.eventSources of the container"],
  [
    { fullCalendar: { googleCalendarApiKey: "x" } },
    "config.fullCalendar.googleCalendarApiKey of the container",
  ],
])("a container may not set %j", (config, message) => {
  expect(() => check(config, false)).toThrow(message);
});

test("the owner may", () => {
  const config = { timekitConfig: { headers: {} }, fullCalendar: { events: [] } };
  expect(check(config, true).checked).toEqual(config);
});

test.each([
  { fullCalendar: { views: {} } },
  { fullCalendar: "events" },
  { fullCalendar: null },
  { widgetId: "x" },
])("a container may set %j", (config) => {
  expect(check(config, false).checked).toEqual(config);
});
