import { expect, test } from "vitest";
import { createShowRefusedOrigin } from "../../../../src/broker/settings/origins.ts";

const open = () => {
  let nowMs = 1_000_000;
  return {
    show: createShowRefusedOrigin({ now: () => nowMs }),
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
  };
};

test.each([
  "https://shop.example.com",
  "https://shop.example.com:8443",
  "http://localhost:3000",
  "https://xn--exmple-cua.example",
  "https://my_host.example",
  "https://[2001:db8::1]:8080",
  `https://${"a".repeat(63)}.example`,
  "null",
])("%s is shown as it is", (origin) => {
  expect(open().show(origin)).toBe(origin);
});

test.each([
  "",
  "NULL",
  "https://",
  "shop.example.com",
  "https://shop.example.com/",
  "https://shop.example.com/path?token=1",
  "https://user:pass@shop.example.com",
  "https://SHOP.example.com",
  "https://shop.example.com:443",
  "https://shop.example.com:99999",
  "https://a..example]",
  "https://[::zz]",
  "https://a,https://b",
  "https://a b",
  "https://a\n{}",
  "https://a\u001b[31m",
  "https://<script>",
  'https://a"b',
  "https://a'b",
  "https://a;b",
  "https://${jndi}",
  "https://ex\u00e4mple.com",
  "ftp://a.example",
  "javascript:alert(1)",
  "chrome-extension://abcdef",
  `https://${"a".repeat(254)}`,
  "x".repeat(100_000),
])("%j is only unreadable", (origin) => {
  expect(open().show(origin)).toBe("unreadable");
});

test("each is shown once a minute", () => {
  const { show, pass } = open();
  expect([show("https://a.example"), show("https://a.example"), show("https://b.example")]).toEqual([
    "https://a.example",
    undefined,
    "https://b.example",
  ]);
  pass(59_999);
  expect(show("https://a.example")).toBeUndefined();
  pass(1);
  expect([show("https://a.example"), show("https://a.example")]).toEqual(["https://a.example", undefined]);
});

test("what cannot be read is one for all of them", () => {
  const { show } = open();
  expect([show("one"), show("two")]).toEqual(["unreadable", undefined]);
});

test("no more than a hundred are shown in a minute", () => {
  const { show, pass } = open();
  const shown = Array.from({ length: 1000 }, (_, index) => show(`https://${index}.example`));
  expect(shown.filter((origin) => origin !== undefined)).toHaveLength(100);
  pass(60_000);
  expect(show("https://shop.example.com")).toBe("https://shop.example.com");
});

test("a clock that is set back silences none of them", () => {
  const { show, pass } = open();
  show("https://a.example");
  pass(-500_000);
  expect(show("https://a.example")).toBe("https://a.example");
});
