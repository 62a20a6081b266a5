import { describe, expect, test } from "vitest";
import { Refusal } from "../../../../src/broker/refusal.ts";
import { decideRetry } from "../../../../src/broker/timekit/ask.ts";
import { UpstreamError } from "../../../../src/broker/timekit/upstream-error.ts";
import { answer, createAskWorld } from "./ask-world.ts";

describe("asking", () => {
  test("it asks below /v2 of the API's address, and pays for it", async () => {
    const { ask, asked, spent, errand, respondWith } = createAskWorld();
    respondWith(() => answer(200, { data: 1 }));
    expect(await ask("/app", errand)).toMatchObject({ kind: "answered", body: { data: 1 } });
    await ask("/app", { ...errand, isKnown: false });
    expect(asked).toEqual(["one https://timekit.example/v2/app", "one https://timekit.example/v2/app"]);
    expect(spent).toEqual([true, true]);
  });

  test("a key that is refused gives way to the next, which is then the first", async () => {
    const { ask, asked, errand, respondWith } = createAskWorld(["one", "two", "three"]);
    const keysAsked = () => asked.splice(0).map((line) => line.split(" ")[0]);
    let good = "two";
    respondWith((_url, key) => answer(key === good ? 200 : 401));
    await ask("/app", errand);
    expect(keysAsked()).toEqual(["one", "two"]);
    await ask("/app", errand);
    expect(keysAsked()).toEqual(["two"]);
    good = "three";
    await ask("/app", errand);
    expect(keysAsked()).toEqual(["two", "one", "three"]);
    good = "none";
    await expect(ask("/app", errand)).rejects.toMatchObject({ reason: "key-refused", isRetryable: false });
    expect(keysAsked()).toEqual(["three", "one", "two"]);
  });

  test("a spent budget says when it may be used again, and nothing is sent", async () => {
    const { ask, asked, errand, letWait, log } = createAskWorld();
    letWait(7000);
    await expect(ask("/app", errand)).rejects.toMatchObject({
      reason: "budget-spent",
      retryAfterMs: 7000,
      isRetryable: false,
    });
    expect([asked, log]).toEqual([[], []]);
  });

  test("how each request ends, and how long it takes, is noted", async () => {
    const { ask, errand, respondWith, pass, log } = createAskWorld();
    const ends = [
      () => answer(500),
      () => Promise.reject(new TypeError("fetch failed")),
      () => answer(404, { error: "Resource does not exist" }),
    ];
    respondWith(() => {
      pass(12);
      return ends.shift()?.() ?? answer(200);
    });
    expect(await ask("/app", errand)).toEqual({ kind: "absent" });
    const line = { level: "debug", event: "upstream", duration_ms: 12 };
    expect(log).toEqual([
      { ...line, outcome: "bad-status" },
      { ...line, outcome: "network" },
      { ...line, outcome: "absent" },
    ]);
  });

  test("what fails in passing is tried three times, with a pause that doubles", async () => {
    const { ask, asked, errand, respondWith, now } = createAskWorld();
    const times: number[] = [];
    respondWith(() => {
      times.push(now());
      return answer(500);
    });
    await expect(ask("/app", errand)).rejects.toMatchObject({ reason: "bad-status" });
    expect(asked).toHaveLength(3);
    // Half of 200 and of 400 ms, by the chance of this world.
    expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 100, 300]);
  });

  test("what does not pass is not tried again", async () => {
    const { ask, asked, errand, respondWith } = createAskWorld();
    respondWith(() => answer(400));
    await expect(ask("/app", errand)).rejects.toMatchObject({ reason: "bad-status" });
    expect(asked).toHaveLength(1);
  });

  test("once nobody waits any more, nothing is tried again", async () => {
    const { ask, asked, errand, respondWith, end } = createAskWorld();
    respondWith(() => {
      end();
      return answer(503);
    });
    await expect(ask("/app", errand)).rejects.toMatchObject({ reason: "unavailable" });
    expect(asked).toHaveLength(1);
  });

  test("a pause that would end after the deadline is not begun", async () => {
    const { ask, asked, errand, respondWith, now } = createAskWorld();
    respondWith(() => answer(503, {}, { "retry-after": "9" }));
    const startedAtMs = now();
    await expect(ask("/app", errand)).rejects.toMatchObject({ retryAfterMs: 9000 });
    expect([asked.length, now() - startedAtMs]).toEqual([2, 9000]);
  });
});

describe("whether to ask again", () => {
  const mayPass = (retryAfterMs?: number) =>
    new UpstreamError("unavailable", { isRetryable: true, retryAfterMs });
  const first = { failures: 1, leftMs: 5000, random: 0.5 };

  test.each([
    ["a first failure is tried again within 200 ms", mayPass(), first, 100],
    ["a second one within 400 ms", mayPass(), { ...first, failures: 2 }, 200],
    ["a third one not at all", mayPass(), { ...first, failures: 3 }, undefined],
    ["chance may say at once", mayPass(), { ...first, random: 0 }, 0],
    ["Retry-After is waited for", mayPass(3000), first, 3000],
    ["a short Retry-After does not shorten the wait", mayPass(1), first, 100],
    ["a Retry-After beyond the deadline ends it", mayPass(4901), first, undefined],
    ["a Retry-After that leaves time for an answer does not", mayPass(4900), first, 4900],
    ["so does a wait beyond the deadline", mayPass(), { ...first, leftMs: 199 }, undefined],
    ["a failure that will not pass is final", new UpstreamError("not-json"), first, undefined],
    ["so is a refusal of ours", new Refusal("invalid-request", "bad-query"), first, undefined],
    ["and a mistake of ours", new TypeError("x"), first, undefined],
  ])("%s", (_sentence, error, attempt, waitMs) => {
    expect(decideRetry(error, attempt)).toBe(waitMs);
  });
});
