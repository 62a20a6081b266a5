// @vitest-environment node
import { describe, expect, test } from "vitest";
import { canary, goodGrant, grantWith, resourceId, without } from "./grant-body.ts";
import { judge, verdictOn, verdictOnText } from "./judge.ts";

describe("a grant", () => {
  test("is accepted with what the calendar needs of it and nothing else", () => {
    expect(judge({ ...goodGrant, more: "more" })).toEqual({
      type: "client-token",
      token: canary,
      app: "example-app",
      resource: {
        id: resourceId,
        email: "resource@example.com",
        name: "Example resource",
        avatar: "https://images.example.com/resource.png",
      },
    });
  });

  test.each([
    ["no expiry", without(goodGrant, "expires")],
    ["null for the expiry", grantWith({ expires: null })],
    ["null for name, time zone and picture", grantWith({}, { name: null, timezone: null, avatar: null })],
    ["no name, time zone and picture", grantWith({ resource: { id: resourceId, email: "a@example.com" } })],
    ["a name that is no text", grantWith({}, { name: 7, avatar: ["x"] })],
    ["an id in capitals", grantWith({}, { id: resourceId.toUpperCase() })],
    ["a token of one character", grantWith({ token: "~" })],
    ["a token of 4096 characters", grantWith({ token: "!".repeat(4096) })],
    ["a value that says server-token without being a type", grantWith({ kind: "server-token" })],
    ["another type deeper down", grantWith({ also: { type: "user-token" } })],
  ])("is accepted with %s", (_, body) => {
    expect(judge(body)).toMatchObject({ type: "client-token", app: "example-app" });
  });

  test("is for the id that was asked for, also where that was in capitals", () => {
    expect(judge(goodGrant, { asked: resourceId.toUpperCase() }).resource.id).toBe(resourceId);
  });

  test("has null for a name and a picture that are no text", () => {
    const { resource } = judge(grantWith({}, { name: 7, avatar: " " }));
    expect(resource).toMatchObject({ name: null, avatar: null });
  });
});

describe("broker/bad-response", () => {
  test("is a body over the limit", () => {
    expect(verdictOnText(undefined)).toBe("broker/bad-response");
  });

  test.each([
    ["nothing", ""],
    ["HTML", `<!doctype html><p>${canary}</p>`],
    ["a grant that breaks off", JSON.stringify(goodGrant).slice(0, -1)],
    ["two grants", JSON.stringify(goodGrant).repeat(2)],
    ["a grant in a callback", `callback(${JSON.stringify(goodGrant)})`],
    ["the token alone", canary],
  ])("is what is no JSON: %s", (_, text) => {
    expect(verdictOnText(text)).toBe("broker/bad-response");
  });

  test.each([null, true, 7, canary, [], {}, [goodGrant], { data: goodGrant }])(
    "is JSON that is no grant: %j",
    (body) => {
      expect(verdictOn(body)).toBe("broker/bad-response");
    },
  );

  test.each(["type", "token", "app", "resource"])("is a grant without %s", (key) => {
    expect(verdictOn(without(goodGrant, key))).toBe("broker/bad-response");
  });

  test.each(["id", "email"])("is a resource without %s", (key) => {
    expect(verdictOn(grantWith({ resource: without(goodGrant.resource, key) }))).toBe("broker/bad-response");
  });

  test.each([
    ...["", " ", null, 7, [canary], { slug: canary }].map((app) => ({ app })),
    ...[null, canary, 7, [goodGrant.resource]].map((resource) => ({ resource })),
  ])("is %j", (part) => {
    expect(verdictOn(grantWith(part))).toBe("broker/bad-response");
  });

  test.each(["", " ", null, 7, [canary]])("is a resource's e-mail address that is %j", (email) => {
    expect(verdictOn(grantWith({}, { email }))).toBe("broker/bad-response");
  });
});

describe("token/wrong-resource", () => {
  test.each([
    "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913",
    ` ${resourceId}`,
    `${resourceId} `,
    `{${resourceId}}`,
    resourceId.replaceAll("-", ""),
    "",
    null,
    7,
    [resourceId],
  ])("is the resource's id %j", (id) => {
    expect(verdictOn(grantWith({}, { id }))).toBe("token/wrong-resource");
  });
});
