import { expect, test } from "vitest";
import { askAgain } from "../../../../src/owner/doctor/ask-again.ts";
import { writeTable } from "../../../../src/owner/doctor/write-table.ts";

test("a table has two columns, advice below, and one line for each finding", () => {
  const table = writeTable([
    { what: "tag", found: "a\n  script" },
    { what: "storage", found: "x".repeat(200), advice: "allow it" },
  ]);
  expect(table.split("\n")).toEqual([
    "tag      a script",
    `storage  ${"x".repeat(100)}…`,
    "         → allow it",
  ]);
});

const page = (fetch: typeof globalThis.fetch) => ({
  fetch,
  window: { origin: "https://shop.example" } as unknown as Window & typeof globalThis,
});

test("a server that answers without CORS is told from one that does not", async () => {
  const asked: unknown[] = [];
  const url = "https://broker.example/client-token?key=canary";
  const answers = await askAgain(
    { brokerUrl: url, resourceId: "id" },
    page(async (...question) => {
      asked.push(question);
      return new Response();
    }),
  );
  expect(asked).toEqual([[url, { mode: "no-cors", credentials: "omit", cache: "no-store" }]]);
  expect(answers.found).toBe("answers, but not to this page");
  expect(answers.advice).toContain("https://shop.example");

  const silent = await askAgain(
    { brokerUrl: url, resourceId: "id" },
    page(() => Promise.reject(new TypeError("Failed to fetch"))),
  );
  expect(silent.found).toBe("does not answer this page");
  expect(silent.advice).toContain(
    "run curl -i -H 'Origin: https://shop.example' 'https://broker.example/client-token?resource_id=id'",
  );
  expect(silent.advice).not.toContain("canary");
});
