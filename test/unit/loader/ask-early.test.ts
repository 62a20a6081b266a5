// @vitest-environment node
import { describe, expect, test } from "vitest";
import { prefetch } from "../../../src/loader/embed/prefetch.ts";
import type { ConfigLayer } from "../../../src/loader/vendor.ts";
import { canary, goodGrant } from "./token/grant-body.ts";

const baseUrl = "https://shop.example/contact";
const own = (config: ConfigLayer["config"]): ConfigLayer => ({ config, isTrusted: true });
const strangers = (config: ConfigLayer["config"]): ConfigLayer => ({ config, isTrusted: false });

/** What was asked with these options, and what came back. */
const ask = (...layers: readonly ConfigLayer[]) => {
  const asked: Request[] = [];
  const fetch = async (...request: ConstructorParameters<typeof Request>): Promise<Response> => {
    asked.push(new Request(...request));
    return Response.json({ data: [] }, { headers: { "Timekit-TestMode": "true" } });
  };
  return { early: prefetch({ layers, grant: goodGrant, baseUrl }, fetch), asked };
};

test("the question is the one that v1 asks of Timekit with the grant", async () => {
  const { early, asked } = ask(own({}));
  const [request] = asked;
  expect(request?.method).toBe("POST");
  expect(request?.url).toBe("https://api.timekit.io/v2/findtime");
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: "application/json, text/plain, */*",
    authorization: `Basic ${btoa(`resource@example.com:${canary}`)}`,
    "content-type": "application/json;charset=utf-8",
    "timekit-app": "example-app",
    "timekit-context": "widget",
  });
  const sent = '{"emails":["resource@example.com"],"future":"4 weeks","length":"1 hour"}';
  expect(await request?.text()).toBe(sent);
  expect(early?.sent).toBe(sent);
  expect(await early?.answer).toMatchObject({
    status: 200,
    text: '{"data":[]}',
    headers: { "timekit-testmode": "true" },
  });
});

test("options for the free times are in it, in v1's order", () => {
  const { early } = ask(own({ timekitFindTime: { filters: { and: [] }, length: "30 minutes" } }), own({}));
  expect(early?.sent).toBe(
    '{"emails":["resource@example.com"],"future":"4 weeks","length":"30 minutes","filters":{"and":[]}}',
  );
});

test("a stranger's are not", () => {
  expect(ask(own({}), strangers({ timekitFindTime: { filters: { and: [1] } } })).early?.sent).toBe(
    ask(own({})).early?.sent,
  );
});

test("another address of Timekit counts, and its path", () => {
  const { asked } = ask(own({ timekitConfig: { app: "mine", apiBaseUrl: "/timekit" } }));
  expect(asked[0]?.url).toBe("https://shop.example/timekit/v2/findtime");
});

describe("nothing is asked", () => {
  test.each([
    ["where v1 asks for a widget first", own({ widgetId: "1" })],
    ["where v1 asks for a widget by its name", own({ widgetSlug: "repairs" })],
    ["for teams, which are refused", own({ timekitFindTimeTeam: { users: [] } })],
    ["for groups", own({ bookingGraph: "group_customer" })],
    ["where v1 sends no address", own({ timekitFindTime: { user_ids: ["1"] } })],
    ["where v1 asks for calendars", own({ timekitFindTime: { calendar_ids: ["1"] } })],
    ["where v1 rewrites a name", own({ timekitFindTime: { allCalendars: true } })],
    ["where v1 adds headers", own({ timekitConfig: { timezone: "Europe/London" } })],
    ["at an address without encryption", own({ timekitConfig: { apiBaseUrl: "http://api.example/" } })],
    ["at an address that is none", own({ timekitConfig: { apiBaseUrl: " " } })],
    [
      "at a stranger's address",
      strangers({ timekitConfig: { apiBaseUrl: "https://evil.example/" } }),
      "https://api.timekit.io/v2/findtime",
    ],
    [
      "at an address that a stranger has hidden",
      strangers(JSON.parse('{"__proto__":{"timekitConfig":{"apiBaseUrl":"https://evil.example/"}}}')),
      "https://api.timekit.io/v2/findtime",
    ],
    ["with options that are no object", own({ timekitFindTime: "1 hour" })],
    ["with an address that is no object", own({ timekitConfig: new URL("https://api.example/") })],
  ])("%s", (_, layer, elsewhere?: string) => {
    expect(ask(layer).asked.map(({ url }) => url)).toEqual(elsewhere ? [elsewhere] : []);
  });

  test("where two sources would have to be merged", () => {
    const half = own({ timekitFindTime: { length: "1 hour" } });
    expect(ask(half, half).early).toBeUndefined();
  });

  test("where options or `fetch` throw, which stays without harm", () => {
    const thrower = own({
      get timekitFindTime() {
        throw new Error("from the page");
      },
    });
    expect(ask(thrower).early).toBeUndefined();
    const fetch = (): never => {
      throw new Error("from the page");
    };
    expect(prefetch({ layers: [], grant: goodGrant, baseUrl }, fetch)).toBeUndefined();
  });

  test("for an address that cannot be written into the header", () => {
    const grant = { ...goodGrant, resource: { ...goodGrant.resource, email: "中@example.com" } };
    expect(prefetch({ layers: [], grant, baseUrl }, () => expect.unreachable())).toBeUndefined();
  });
});

test("a question that nobody answers rejects for whoever waits, and for nobody else", async () => {
  const early = prefetch({ layers: [], grant: goodGrant, baseUrl }, () =>
    Promise.reject(new TypeError("offline")),
  );
  await expect(early?.answer).rejects.toThrow("offline");
});
