import { expect, test } from "vitest";
import { createBoundedMap } from "../../../src/broker/bounded-map.ts";

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
