import { expect, test } from "vitest";
import { tryGeneratedRequests } from "./generated-requests.ts";

test("of a thousand generated queries, only those with one canonical UUID reach Timekit, by one exact URL", async () => {
  expect((await tryGeneratedRequests({ runs: 1000, over: "socket" })).granted).toBeGreaterThan(50);
}, 120_000);
