import { expect, test } from "vitest";
import { createMemoryLookups } from "../../../../src/broker/cache/memory-lookups.ts";
import type { Kept } from "../../../../src/broker/cache/store.ts";

const none: Kept = { lookup: { kind: "none", reason: "resource-absent" }, storedAtMs: 1 };

const found: Kept = {
  lookup: { kind: "found", app: "a", resource: { id: "r", email: "e" }, tokens: [], clockAheadMs: 0 },
  storedAtMs: 2,
};

test("what was written is read, and replaced by what is written later", () => {
  const lookups = createMemoryLookups();
  expect(lookups.read("a")).toBeUndefined();
  for (const kept of [none, found, none]) {
    lookups.write("a", kept);
    expect(lookups.read("a")).toBe(kept);
  }
});

test("it holds so many of each kind, and forgets the oldest", () => {
  const lookups = createMemoryLookups(2);
  for (const id of ["a", "b", "a", "c"]) lookups.write(id, found);
  expect(lookups.read("b")).toBeUndefined();
  expect(lookups.read("a")).toBe(found);
  expect(lookups.read("c")).toBe(found);
});

test("strangers' ids do not push out real resources", () => {
  const lookups = createMemoryLookups(10);
  lookups.write("real", found);
  for (let index = 0; index < 1000; index += 1) lookups.write(`stranger-${index}`, none);
  expect(lookups.read("real")).toBe(found);
});
