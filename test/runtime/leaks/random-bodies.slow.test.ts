import { expect, test } from "vitest";
import { tryRandomBodies } from "./random-bodies.ts";

test("a hundred thousand generated bodies of Timekit's bring no key beyond the contract and no secret", async () => {
  expect((await tryRandomBodies({ runs: 100_000, over: "memory" })).granted).toBeGreaterThan(10_000);
}, 1_800_000);
