// @vitest-environment node
import { afterEach, describe, expect, test } from "vitest";
import { canary, goodGrant, grantWith, resourceId, without } from "./grant-body.ts";
import { judge, verdictOn, verdictOnText } from "./judge.ts";

describe("own properties alone count", () => {
  const polluted = new Set<string>();
  const pollute = (name: string, value: unknown): void => {
    polluted.add(name);
    // A page may do this to every object of its own, and so to ours.
    const everyObject = Object.prototype;
    Object.defineProperty(everyObject, name, { value, configurable: true, writable: true });
  };
  afterEach(() => {
    for (const name of polluted) Reflect.deleteProperty(Object.prototype, name);
    polluted.clear();
  });

  test.each([
    ["type", "client-token"],
    ["token", canary],
    ["app", "example-app"],
    ["resource", goodGrant.resource],
  ])("where the page has put a %s on Object.prototype", (name, value) => {
    pollute(name, value);
    expect(verdictOn(without(goodGrant, name))).toBe("broker/bad-response");
  });

  test.each([
    ["id", resourceId],
    ["email", "page@example.com"],
  ])("where the page has put the resource's %s there", (name, value) => {
    pollute(name, value);
    expect(verdictOn(grantWith({ resource: without(goodGrant.resource, name) }))).toBe("broker/bad-response");
  });

  test.each(["name", "avatar"])("where the page has put a %s there and the broker gives none", (name) => {
    pollute(name, canary);
    expect(judge(grantWith({ resource: without(goodGrant.resource, name) })).resource).toMatchObject({
      [name]: null,
    });
  });

  test("where the page has put an expiry there that is past", () => {
    pollute("expires", "2016-11-06T12:22:04+00:00");
    expect(judge(without(goodGrant, "expires")).token).toBe(canary);
  });

  test.each([
    ["a whole grant", `{"__proto__":${JSON.stringify(goodGrant)}}`],
    [
      "a type",
      JSON.stringify(without(goodGrant, "type")).replace("{", `{"__proto__":{"type":"client-token"},`),
    ],
    ["an e-mail address", JSON.stringify(goodGrant).replace(/"email":("[^"]*")/, `"__proto__":{"email":$1}`)],
  ])("where %s stands under __proto__", (_, text) => {
    expect(verdictOnText(text)).toBe("broker/bad-response");
  });

  test("where the grant's keys stand in a list", () => {
    const resource = Object.entries(goodGrant.resource);
    expect(verdictOn(grantWith({ resource }))).toBe("broker/bad-response");
  });
});
