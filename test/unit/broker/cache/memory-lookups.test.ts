import { describe, expect, test } from "vitest";
import { createBoundedMap } from "../../../../src/broker/bounded-map.ts";
import { createMemoryLookups } from "../../../../src/broker/store/memory.ts";
import type { CacheEntry } from "../../../../src/broker/store/store.ts";

describe("lookups in memory", () => {
  const none: CacheEntry = { lookup: { kind: "none", reason: "resource-absent" }, storedAtMs: 1 };

  const found: CacheEntry = {
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
});

describe("a bounded map", () => {
  const keys = (map: ReturnType<typeof createBoundedMap<number>>): string =>
    ["a", "b", "c", "d"].filter((key) => map.get(key) !== undefined).join("");

  test("it forgets what was written longest ago when it would grow beyond its limit", () => {
    const map = createBoundedMap<number>(2);
    map.set("a", 1);
    map.set("b", 2);
    expect([keys(map), map.size()]).toEqual(["ab", 2]);
    map.set("c", 3);
    expect([keys(map), map.size()]).toEqual(["bc", 2]);
  });

  test("who is written again is the youngest", () => {
    const map = createBoundedMap<number>(2);
    for (const [index, key] of ["a", "b", "b", "a", "c"].entries()) map.set(key, index);
    expect([keys(map), map.get("a"), map.size()]).toEqual(["ac", 3, 2]);
    for (const key of ["c", "c", "d"]) map.set(key, 9);
    expect([keys(map), map.get("c"), map.size()]).toEqual(["cd", 9, 2]);
  });

  test("what is deleted is gone and makes room", () => {
    const map = createBoundedMap<number>(2);
    for (const key of ["a", "b"]) map.set(key, 1);
    map.delete("b");
    map.delete("d");
    expect([keys(map), map.size()]).toEqual(["a", 1]);
    map.set("b", 2);
    map.set("c", 3);
    expect([keys(map), map.get("b")]).toEqual(["bc", 2]);
  });
});
