// @vitest-environment node
import { expect, test } from "vitest";
import { checkLayer } from "../../../../src/loader/booking/build-config.ts";
import type { ConfigLayer } from "../../../../src/loader/vendor.ts";

const check = (config: Record<string, unknown>, layer: Omit<ConfigLayer, "config">) => {
  const ignored: string[] = [];
  const checked = checkLayer({ ...config }, layer, {
    onIgnored: (option) => void ignored.push(option),
    baseUrl: "https://www.example.com/",
    toColour: () => undefined,
  });
  return { checked, ignored };
};

const credential = { apiToken: "secret", email: "a@example.com", app: "other", debug: true };

test("what the broker decides is left out of the owner's with a word", () => {
  const { checked, ignored } = check({ ...credential, name: "Ann" }, { isTrusted: true });
  expect(checked).toEqual({ name: "Ann" });
  expect(ignored).toEqual(["config.apiToken", "config.email", "config.app", "config.debug"]);
});

test("nothing is said of what is empty", () => {
  const empty = { apiToken: "", email: null, app: undefined, debug: false };
  expect(check(empty, { isTrusted: true })).toEqual({ checked: {}, ignored: [] });
});

test("what the loader decides is left out without a word", () => {
  expect(check({ targetEl: "#x", autoload: true, name: "Ann" }, { isTrusted: true })).toEqual({
    checked: { name: "Ann" },
    ignored: [],
  });
});

test("the owner may set everything else", () => {
  const config = { timekitConfig: { headers: {} }, fullCalendar: { events: [] }, widgetId: "w" };
  expect(check(config, { isTrusted: true }).checked).toEqual(config);
});

test("a container's options beyond its list are left out, and named in one line with the way to allow them", () => {
  const config = {
    ...credential,
    widgetId: "w",
    showCredits: false,
    fullCalendar: { events: "https://evil.example/", firstDay: 1 },
  };
  const { checked, ignored } = check(config, { isTrusted: false, leftOut: ["data-nonce"] });
  expect(checked).toEqual({ showCredits: false, fullCalendar: { firstDay: 1 } });
  expect(ignored).toEqual([
    'data-nonce, config.apiToken, config.email, config.app, config.debug, config.widgetId, config.fullCalendar.events of the container: only with data-containers="trusted" on the tag',
  ]);
});

test("that line stays one, however many and long their names are", () => {
  const config = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`${index}${"x".repeat(500)}`, 1]),
  );
  const { ignored } = check(config, { isTrusted: false });
  expect(ignored).toHaveLength(1);
  expect(ignored[0]?.length).toBeLessThan(1_000);
});

test("nothing is said of a container that stays within its list", () => {
  expect(check({ showCredits: false }, { isTrusted: false }).ignored).toEqual([]);
});
