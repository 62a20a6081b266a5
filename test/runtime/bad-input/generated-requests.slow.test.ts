import { expect, test } from "vitest";
import { tryGeneratedRequests } from "./generated-requests.ts";

test("of a hundred thousand generated queries, only those with one canonical UUID reach Timekit, by one exact URL", async () => {
  expect((await tryGeneratedRequests({ runs: 100_000, over: "memory" })).granted).toBeGreaterThan(5000);
}, 1_800_000);
