// @vitest-environment node
import { expect, test } from "vitest";
import { createToScriptUrl } from "../../../../src/loader/scripts/load-script.ts";

const url = "https://cdn.example/vendor.js";
const windowWith = (globals: object): Window => Object.assign(Object.create(null), globals);

test("an address is itself where there are no Trusted Types", () => {
  expect(createToScriptUrl(windowWith({}))(url)).toBe(url);
});

test("with Trusted Types it is what our own policy makes of it, which is created once", () => {
  const created: unknown[] = [];
  const trustedTypes = {
    createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => {
      created.push(name);
      return { createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}` };
    },
  };
  const toScriptUrl = createToScriptUrl(windowWith({ trustedTypes }));
  expect([toScriptUrl(url), toScriptUrl(url)]).toEqual([`trusted ${url}`, `trusted ${url}`]);
  expect(created).toEqual(["timekit-embed"]);
});

test.each([
  [
    "refuses our policy",
    {
      createPolicy: () => {
        throw new TypeError("not listed");
      },
    },
  ],
  ["is something that the page has put there", {}],
  ["is null", null],
])("an address is itself where the browser %s", (_, trustedTypes) => {
  expect(createToScriptUrl(windowWith({ trustedTypes }))(url)).toBe(url);
});
