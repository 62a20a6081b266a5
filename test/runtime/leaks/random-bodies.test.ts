import { expect, test } from "vitest";
import { tryRandomBodies } from "./random-bodies.ts";

test("a thousand generated bodies of Timekit's bring no key beyond the contract and no secret", async () => {
  expect((await tryRandomBodies({ runs: 1000, over: "socket" })).granted).toBeGreaterThan(100);
}, 120_000);
