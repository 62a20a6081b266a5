import { expect, test } from "vitest";
import { createMemoryStore } from "../../../../src/broker/cache/memory-store.ts";
import type { Kept } from "../../../../src/broker/cache/store.ts";

const none: Kept = { lookup: { kind: "none", reason: "resource-absent" }, storedAtMs: 1 };

const found: Kept = {
  lookup: { kind: "found", app: "a", resource: { id: "r", email: "e" }, tokens: [], clockAheadMs: 0 },
  storedAtMs: 2,
};

test("what was written is read, and replaced by what is written later", async () => {
  const store = createMemoryStore();
  expect(await store.read("a")).toBeUndefined();
  for (const kept of [none, found, none]) {
    await store.write("a", kept);
    expect(await store.read("a")).toBe(kept);
  }
});

test("it holds so many of each kind, and forgets the oldest", async () => {
  const store = createMemoryStore(2);
  for (const id of ["a", "b", "a", "c"]) await store.write(id, found);
  expect(await store.read("b")).toBeUndefined();
  expect(await store.read("a")).toBe(found);
  expect(await store.read("c")).toBe(found);
});

test("strangers' ids do not push out real resources", async () => {
  const store = createMemoryStore(10);
  await store.write("real", found);
  for (let index = 0; index < 1000; index += 1) await store.write(`stranger-${index}`, none);
  expect(await store.read("real")).toBe(found);
});
