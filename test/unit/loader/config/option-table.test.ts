import { describe, expect, test } from "vitest";
import { type OptionName, optionTable } from "../../../../src/loader/options/option-table.ts";

const context = {
  baseUrl: "https://www.example.com/shop/",
  isCssLength: (text: string) => /^\d+(px|vh)$/.test(text),
};

const id = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const element = document.createElement("div");
const config = { name: "Ann" };
const words = { retry: "Again" };

interface Row {
  readonly accepted: readonly (readonly [raw: unknown, value: unknown])[];
  readonly refused: readonly unknown[];
}

const flag: Row = {
  accepted: [
    ...["", "true", "on", "1", true].map((raw) => [raw, true] as const),
    ...["false", "off", "0", false].map((raw) => [raw, false] as const),
  ],
  refused: ["yes", "no", "TRUE", " on", "2", "lazy", null, {}, [], ["on"], Symbol("on")],
};

const anyText: Row = {
  accepted: [
    ["de", "de"],
    [" de-AT ", "de-AT"],
  ],
  refused: ["", " ", 7, true, {}, ["de"]],
};

const webAddress: Row = {
  accepted: [
    ["https://a.example/x", "https://a.example/x"],
    ["http://a.example/", "http://a.example/"],
    ["/x", "https://www.example.com/x"],
    [" https://a.example/ ", "https://a.example/"],
  ],
  refused: [
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///x",
    "blob:https://a.example/1",
    "mailto:a@example.com",
    "https://",
    "",
    " ",
    7,
    {},
    ["https://a.example/"],
    new URL("https://a.example/"),
  ],
};

const brokerUrl: Row = {
  accepted: [
    ["https://broker.example/client-token", "https://broker.example/client-token"],
    ["/client-token", "https://www.example.com/client-token"],
    ["//broker.example", "https://broker.example/"],
    ["http://localhost:8787/", "http://localhost:8787/"],
    ["http://127.0.0.1:8787/", "http://127.0.0.1:8787/"],
  ],
  refused: [
    "http://broker.example/",
    "https://user:password@broker.example/",
    "https://user@broker.example/",
    "ftp://broker.example/",
    "javascript:alert(1)",
    "https://",
    "",
    7,
  ],
};

const fallbackUrl: Row = {
  accepted: [
    ...webAddress.accepted,
    ["mailto:a@example.com", "mailto:a@example.com"],
    ["tel:+15550100", "tel:+15550100"],
  ],
  refused: webAddress.refused.filter((raw) => raw !== "mailto:a@example.com").concat("sms:+15550100"),
};

const notPlain = ["[]", "null", "7", '"text"', [], 7, null, true, () => 1, new Date(0), element];

/** Raw values and what they mean, for each option. A refusal is `undefined` or a thrown parser's error. */
const table: Record<OptionName, Row> = {
  resourceId: {
    accepted: [
      [id, id],
      [` ${id}\n`, id],
      [id.toUpperCase(), id.toUpperCase()],
    ],
    refused: ["", "me", `${id}0`, id.replaceAll("-", ""), `{${id}}`, 7, null, [id], {}],
  },
  brokerUrl,
  target: {
    accepted: [
      [element, element],
      ["#calendar", "#calendar"],
      [" .a > .b ", ".a > .b"],
    ],
    refused: ["", " ", 7, {}, [element], document.createTextNode("x"), document],
  },
  config: {
    accepted: [
      [config, config],
      ['{"name":"Ann"}', config],
      [' {"a":{"b":[1]}} ', { a: { b: [1] } }],
      [{}, {}],
    ],
    refused: [...notPlain, "", "{", "{name:1}", "{'name':1}"],
  },
  notice: {
    accepted: ["on", "owner", "off"].map((value) => [value, value] as const),
    refused: ["", "true", "none", "ON", true, false, 1],
  },
  upgradeUrl: webAddress,
  fallbackUrl,
  lang: anyText,
  start: {
    accepted: ["auto", "visible", "click", "manual"].map((value) => [value, value] as const),
    refused: ["", "lazy", "AUTO", "on", true, false, 1],
  },
  lazy: flag,
  prefill: {
    accepted: ["name", "name,email", " name , phone ", "comment,voip,location"].map(
      (value) => [value, value.trim()] as const,
    ),
    refused: [
      "",
      "nickname",
      "name,",
      ",name",
      "name email",
      "bookingFields",
      "name,__proto__",
      true,
      ["name"],
    ],
  },
  dataLayer: {
    accepted: ["dataLayer", "_paq", "$layer2"].map((value) => [value, value] as const),
    refused: ["", "a.b", "2layer", "a b", "a[0]", true, []],
  },
  minHeight: {
    accepted: [
      ["480px", "480px"],
      [" 50vh ", "50vh"],
    ],
    refused: ["", "480", "tall", "1px;color:red", 480, null],
  },
  containers: {
    accepted: [
      ...["", "true", "on", "1", true].map((raw) => [raw, "on"] as const),
      ...["false", "off", "0", false].map((raw) => [raw, "off"] as const),
      ["trusted", "trusted"],
    ],
    refused: [...flag.refused, "TRUSTED", "trust", ["trusted"]],
  },
  vendorUrl: webAddress,
  debug: flag,
  words: {
    accepted: [
      [words, words],
      ['{"retry":"Again"}', words],
    ],
    refused: notPlain,
  },
  nonce: anyText,
};

/** The value, or `refused` where there is none. */
const read = (name: OptionName, raw: unknown): unknown => {
  try {
    return optionTable[name](raw, context) ?? "refused";
  } catch (error) {
    if (error instanceof SyntaxError) return "refused";
    throw error;
  }
};

describe.each(Object.entries(table) as [OptionName, Row][])("%s", (name, { accepted, refused }) => {
  test.each(accepted)("is accepted as %j", (raw, value) => {
    expect(read(name, raw)).toEqual(value);
  });

  test.each(refused.map((raw) => [raw]))("is not accepted as %j", (raw) => {
    expect(read(name, raw)).toBe("refused");
  });
});

test("an option's own object is given, not a copy", () => {
  expect(read("config", config)).toBe(config);
});

test("every option has its rows", () => {
  expect(Object.keys(optionTable).sort()).toEqual(Object.keys(table).sort());
});
