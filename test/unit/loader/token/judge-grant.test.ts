// @vitest-environment node
import { afterEach, describe, expect, test } from "vitest";
import type { Grant } from "../../../../src/contract/grant.ts";
import { LoaderError } from "../../../../src/loader/errors.ts";
import { validateGrant } from "../../../../src/loader/token/validate-grant.ts";
import { acceptedGrants, type GrantCase, makeGrant, refusedGrants, without } from "../../../cases/grants.ts";
import { acceptedTokens } from "../../../cases/tokens.ts";
import { canary, goodGrant, grantWith, resourceId } from "./grant-body.ts";

const nowMs = Date.UTC(2026, 10, 24, 12);

interface Circumstances {
  /** The answer's `Date`; NaN where it has none that can be read. */
  readonly dateMs?: number;
  /** UUID that was asked for. */
  readonly asked?: string;
}

const judgeText = (
  text: string | undefined,
  { dateMs = nowMs, asked = resourceId }: Circumstances = {},
): Grant => validateGrant({ text, dateMs }, { resourceId: asked, clockMs: nowMs });

const judge = (body: unknown, circumstances?: Circumstances): Grant =>
  judgeText(JSON.stringify(body), circumstances);

/** The code with which a text is refused, or `accepted`; the error must hold nothing of the answer. */
const verdictOnText = (text: string | undefined, circumstances?: Circumstances): string => {
  try {
    judgeText(text, circumstances);
  } catch (error) {
    if (!(error instanceof LoaderError)) throw error;
    const said = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join("\n");
    expect(said).not.toContain(canary);
    return error.code;
  }
  return "accepted";
};

const verdictOn = (body: unknown): string => verdictOnText(JSON.stringify(body));

/** What the loader reads of a case's answer. */
const receive = ({ body, writtenAtMs }: GrantCase): [text: string, circumstances: Circumstances] => [
  // A decoder takes the byte order mark away, and a lone surrogate with it.
  new TextDecoder().decode(new TextEncoder().encode(body(makeGrant(canary, resourceId), nowMs))),
  { dateMs: writtenAtMs?.(nowMs) ?? NaN },
];

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

  test.each(acceptedGrants)("is accepted with $name", (grant) => {
    expect(judgeText(...receive(grant))).toMatchObject({
      type: "client-token",
      token: canary,
      app: `app-${canary}`,
    });
  });

  test.each(acceptedTokens)("is accepted with the token %s", (token) => {
    expect(judge(grantWith({ token })).token).toBe(token);
  });

  test("is for the id that was asked for, also where that was in capitals", () => {
    expect(judge(goodGrant, { asked: resourceId.toUpperCase() }).resource.id).toBe(resourceId);
  });

  test("has null for a name and a picture that are no text", () => {
    const { resource } = judge(grantWith({}, { name: 7, avatar: " " }));
    expect(resource).toMatchObject({ name: null, avatar: null });
  });
});

test.each(refusedGrants)("$name is refused", (grant) => {
  expect(verdictOnText(...receive(grant))).toBeOneOf([grant.code].flat());
});

test("a body over the limit is refused", () => {
  expect(verdictOnText(undefined)).toBe("broker/bad-response");
});

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
});
