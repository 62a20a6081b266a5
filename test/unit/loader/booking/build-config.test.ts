// @vitest-environment node
import { describe, expect, test } from "vitest";
import { buildConfig } from "../../../../src/loader/booking/build-config.ts";
import type { ConfigLayer } from "../../../../src/loader/vendor.ts";
import { canary, goodGrant, resourceId } from "../token/grant-body.ts";

const owners = (config: ConfigLayer["config"]): ConfigLayer => ({ config, isTrusted: true });
const strangers = (config: ConfigLayer["config"]): ConfigLayer => ({ config, isTrusted: false });

const build = (layers: readonly ConfigLayer[], resource: object = {}) => {
  const ignored: string[] = [];
  const config = buildConfig(
    {
      layers,
      grant: { ...goodGrant, resource: { ...goodGrant.resource, ...resource } },
      baseUrl: "https://www.example.com/shop/",
      toColour: () => undefined,
    },
    { onIgnored: (option) => void ignored.push(option), refuse: (option) => new Error(option) },
  );
  return { config, ignored };
};

const credential = { email: "resource@example.com", apiToken: canary, app: "example-app", autoload: false };

describe("what the address fills in", () => {
  const request = {
    grant: goodGrant,
    baseUrl: "https://www.example.com/shop/",
    toColour: () => undefined,
    prefill: { fields: "name", search: "?customer.name=Jane&customer.email=x" },
  };
  const reports = { onIgnored: () => undefined, refuse: (option: string) => new Error(option) };

  test("is a field's text, of the fields that the owner names", () => {
    expect(buildConfig({ ...request, layers: [] }, reports)["bookingFields"]).toEqual({
      name: { prefilled: "Jane" },
    });
  });

  test("waits for a remote configuration, which may lock the field", () => {
    const config = buildConfig({ ...request, layers: [owners({ widgetId: "w" })] }, reports);
    expect(config).not.toHaveProperty("bookingFields");
  });
});

describe("the credential", () => {
  test("is the broker's, with its name and picture", () => {
    expect(build([]).config).toEqual({
      ...credential,
      name: "Example resource",
      avatar: "https://images.example.com/resource.png",
    });
  });

  test.each([true, false])("is the broker's alone, whatever a layer says (the owner's: %s)", (isTrusted) => {
    const config = { email: "b@example.com", apiToken: "theirs", app: "theirs", debug: true, autoload: true };
    const built = build([{ config, isTrusted }]);
    expect(built.config).toMatchObject(credential);
    expect(built.config).not.toHaveProperty("debug");
    for (const name of ["apiToken", "email", "app", "debug"])
      expect(built.ignored.join()).toContain(`config.${name}`);
  });

  test("is not in any header either", () => {
    const headers = {
      Authorization: "Basic x",
      " authorization\t": "Basic y",
      "TIMEKIT-APP": "z",
      "X-Mine": "1",
    };
    const { config, ignored } = build([owners({ timekitConfig: { app: "other", headers } })]);
    expect(config["timekitConfig"]).toEqual({ headers: { "X-Mine": "1" } });
    expect(ignored).toEqual([
      "config.timekitConfig.app",
      "config.timekitConfig.headers.Authorization",
      "config.timekitConfig.headers. authorization\t",
      "config.timekitConfig.headers.TIMEKIT-APP",
    ]);
  });
});

describe("layers", () => {
  test("later ones win, key by key", () => {
    const { config } = build([
      owners({
        name: "Page",
        localization: { showTimezoneHelper: false, strings: { a: "1", b: "1" } },
        list: [1, 2],
      }),
      owners({ localization: { strings: { b: "2" } }, list: [3] }),
    ]);
    expect(config).toMatchObject({
      name: "Page",
      localization: { showTimezoneHelper: false, strings: { a: "1", b: "2" } },
      list: [3],
    });
  });

  test("are read, never changed", () => {
    const inner = Object.freeze({ a: 1 });
    const page = Object.freeze({ fullCalendar: inner, email: "a@example.com" });
    const { config } = build([owners(page), owners({ fullCalendar: { b: 2 } })]);
    expect(config["fullCalendar"]).toEqual({ a: 1, b: 2 });
    expect(inner).toEqual({ a: 1 });
  });

  test("keep the page's functions", () => {
    const callbacks = { createBookingSuccessful: () => undefined };
    expect(build([owners({ callbacks })]).config["callbacks"]).toEqual(callbacks);
  });

  test("may not ask for team availability", () => {
    expect(() => build([owners({ timekitFindTimeTeam: { users: [] } })])).toThrow(
      "config.timekitFindTimeTeam",
    );
  });

  test("of a stranger add what is on their list to the owner's", () => {
    const theirs = { name: "Eve", timekitFindTimeTeam: {}, timekitConfig: {}, showCredits: false };
    const { config, ignored } = build([owners({ goToFirstEvent: false }), strangers(theirs)]);
    expect(config).toEqual({
      ...credential,
      name: "Example resource",
      avatar: "https://images.example.com/resource.png",
      goToFirstEvent: false,
      showCredits: false,
    });
    expect(ignored).toEqual([
      'config.name, config.timekitFindTimeTeam, config.timekitConfig of the container: only with data-containers="trusted" on the tag',
    ]);
  });

  test.each(["widgetId", "widgetSlug"])(
    "with %s leave name and picture to what Timekit will say, which is the stronger source",
    (key) => {
      expect(build([owners({ [key]: "w" })]).config).toEqual({ ...credential, [key]: "w" });
      expect(build([owners({ [key]: "w", disableRemoteLoad: true })]).config).toHaveProperty("name");
    },
  );
});

describe("the picture", () => {
  test.each([
    ["https://a.example/x.png", "https://a.example/x.png"],
    ["http://a.example/x.png", "http://a.example/x.png"],
    ["me.png", "https://www.example.com/shop/me.png"],
    ["//cdn.example/x.png", "https://cdn.example/x.png"],
    [`x.png" onerror="alert(1)`, "https://www.example.com/shop/x.png%22%20onerror=%22alert(1)"],
  ])("of a layer, %j, is %s", (avatar, expected) => {
    expect(build([owners({ avatar })]).config["avatar"]).toBe(expected);
  });

  test.each([
    "ftp://a.example/x.png",
    "blob:https://a.example/1",
    "file:///x",
    "https://",
    7,
    {},
    ["x.png"],
    true,
  ])("of a layer may not be %j", (avatar) => {
    expect(() => build([owners({ avatar })])).toThrow("config.avatar");
  });

  test("may be turned off", () => {
    expect(build([owners({ avatar: "" })]).config["avatar"]).toBe("");
  });

  test.each([null, "", "https://", "ftp://a.example/x", "javascript:alert(1)", "data:image/png,x"])(
    "of the broker, %j, is left out",
    (avatar) => {
      expect(build([], { avatar }).config).not.toHaveProperty("avatar");
    },
  );
});

test("without a name of the broker there is none", () => {
  expect(build([], { name: null, id: resourceId }).config).not.toHaveProperty("name");
});

describe("timekitConfig.apiBaseUrl", () => {
  test.each([
    ["https://api.example.com/", "https://api.example.com/"],
    ["https://api.example.com", "https://api.example.com/"],
    ["https://api.example.com/proxy", "https://api.example.com/proxy/"],
    ["/timekit", "https://www.example.com/timekit/"],
    ["http://localhost:8080", "http://localhost:8080/"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080/"],
  ])("%s is %s", (apiBaseUrl, expected) => {
    expect(build([owners({ timekitConfig: { apiBaseUrl } })]).config["timekitConfig"]).toEqual({
      apiBaseUrl: expected,
    });
  });

  test.each([
    "http://api.example.com/",
    "ftp://api.example.com/",
    "https://user@api.example.com/",
    "https://:password@api.example.com/",
    "https://",
    "",
    " ",
    null,
    7,
    ["https://api.example.com/"],
  ])("may not be %j", (apiBaseUrl) => {
    expect(() => build([owners({ timekitConfig: { apiBaseUrl } })])).toThrow(
      "config.timekitConfig.apiBaseUrl",
    );
  });
});

describe("what nobody could look into", () => {
  class Settings {
    readonly apiBaseUrl = "http://api.example.com/";
    readonly headers = { Authorization: "Basic x" };
  }

  test.each([new Settings(), [], "text", () => undefined])("is no timekitConfig: %s", (timekitConfig) => {
    expect(() => build([owners({ timekitConfig })])).toThrow(
      "config.timekitConfig: it must be a plain object",
    );
  });

  test.each([new Headers({ authorization: "Basic x" }), [["authorization", "x"]], "text"])(
    "is no headers of it: %s",
    (headers) => {
      expect(() => build([owners({ timekitConfig: { headers } })])).toThrow("config.timekitConfig.headers");
    },
  );
});
