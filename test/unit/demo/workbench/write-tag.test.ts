import { describe, expect, test } from "vitest";
import { writeEmbedPage } from "../../../../demo/workbench/builder/embed-page.ts";
import { readTagChoices, toTagOptions } from "../../../../demo/workbench/builder/tag-choices.ts";
import { writeTag } from "../../../../src/migrate/lines/write-tag.ts";

const built = {
  version: "1.2.3",
  integrity: { "loader.js": "sha384-AA", "owner.js": "sha384-BB", "vendor/booking-1.24.2.js": "sha384-CC" },
};
const choose = (query: string) => readTagChoices(new URLSearchParams(query));
const tagOf = (query: string): string => writeTag(toTagOptions(choose(query)), built).tag;

describe("the tag", () => {
  test("stands between its preload and what visitors see without JavaScript", () => {
    expect(
      tagOf(
        "resourceId=2939c4fa&host=https://files.example/&brokerUrl=https://broker.shop.example/client-token",
      ),
    ).toBe(`<link
  rel="preload"
  as="script"
  crossorigin="anonymous"
  integrity="sha384-CC"
  href="https://files.example/1.2.3/vendor/booking-1.24.2.js"
>
<script
  src="https://files.example/1.2.3/loader.js"
  integrity="sha384-AA"
  crossorigin="anonymous"
  data-resource-id="2939c4fa"
  data-broker-url="https://broker.shop.example/client-token"
  async
></script>
<noscript><p>The calendar needs JavaScript.</p></noscript>`);
  });

  test.each([
    ["target=%23calendar", '<div id="calendar"></div>\n<link'],
    ["target=%23calendar", 'data-target="#calendar"'],
    ["notice=owner", 'data-notice="owner"'],
    ["lang=de", 'data-lang="de"'],
    ["lazy=on", 'data-lazy="on"'],
    ["minHeight=620px", 'data-min-height="620px"'],
    ["fallbackUrl=tel:%2B44", 'data-fallback-url="tel:+44"'],
    ["fallbackUrl=tel:%2B44", '<a href="tel:+44">'],
    ["name=Brook+Lane", `data-config='{"name":"Brook Lane"}'`],
    ["length=30+minutes", `data-config='{"timekitFindTime":{"length":"30 minutes"}}'`],
    ["view=listing", `data-config='{"availabilityView":"listing"}'`],
    ["format=24h-dmy-mon", `data-config='{"localization":{"timeDateFormat":"24h-dmy-mon"}}'`],
  ])("for %s has %s", (query, part) => {
    expect(tagOf(query)).toContain(part);
  });

  test.each(["notice=on", "lang=", "name=", "lazy="])("for %s says nothing that is the default", (query) => {
    expect(tagOf(query)).toBe(tagOf(""));
  });

  test.each(["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])(
    "never writes the link %s",
    (link) => {
      expect(tagOf(new URLSearchParams({ fallbackUrl: link }).toString())).toBe(tagOf(""));
    },
  );

  test("does not preload what is to wait for the viewport", () => {
    expect(tagOf("lazy=on")).not.toContain("preload");
  });

  test.each([
    "name=Clara's+%22<i>%22+%26+more",
    "name=%3C/script%3E%3Cscript%3E",
    "fallbackUrl=%22%3E%3Cb%3E",
  ])("cannot be broken out of by %s", (query) => {
    expect(tagOf(query)).not.toMatch(/<i>|<b>|<script>/);
    expect(tagOf(query).match(/<script/g)).toHaveLength(1);
  });
});

describe("the policy", () => {
  test("names the hosts that are chosen", () => {
    const query = "host=https://files.example/x&brokerUrl=https://broker.shop.example/client-token";
    expect(writeTag(toTagOptions(choose(query)), built).policy).toBe(
      "script-src https://files.example;\nconnect-src https://broker.shop.example https://api.timekit.io;\nimg-src https:;",
    );
  });

  test("has the example's hosts while an address is being typed", () => {
    expect(writeTag(choose("host=https&brokerUrl=b"), built).policy).toMatch(
      /^script-src https:\/\/cdn.example;\nconnect-src https:\/\/broker.example /,
    );
  });
});

describe("the page that shows the tag", () => {
  const around = {
    pageOrigin: "http://127.0.0.1:1",
    brokerOrigin: "http://127.0.0.1:2",
    timekitOrigin: "http://127.0.0.1:3",
    simulatedOrigin: "http://127.0.0.1:3",
    version: "1.2.3",
    isSimulated: true,
    resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6",
  };

  test("has the chosen options and the demonstration's own addresses", () => {
    const page = writeEmbedPage(choose("lang=da&notice=off&resourceId=other&name=Clara"), around);
    expect(page).toContain('data-resource-id="2939c4fa-f06f-4496-8a20-03f57afcdfe6"');
    expect(page).toContain('data-broker-url="http://127.0.0.1:2/client-token"');
    expect(page).toContain('<html lang="da">');
    expect(page).toContain('data-notice="off"');
    expect(page).toContain("&quot;name&quot;:&quot;Clara&quot;");
    expect(page).not.toContain("other");
  });

  test("asks the real Timekit where the demonstration does", () => {
    const real = { ...around, timekitOrigin: "https://api.timekit.io", isSimulated: false };
    expect(writeEmbedPage(choose(""), real)).not.toContain("apiBaseUrl");
  });
});
