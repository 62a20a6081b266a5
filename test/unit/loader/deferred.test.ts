// @vitest-environment node
import { expect, onTestFinished, test } from "vitest";
import { createDeferred } from "../../../src/loader/deferred.ts";

test("a deferred is settled from outside", async () => {
  const deferred = createDeferred<number>();
  deferred.resolve(7);
  expect(await deferred.promise).toBe(7);
});

test("the first word counts", async () => {
  const deferred = createDeferred();
  deferred.reject(new Error("first"));
  deferred.resolve();
  await expect(deferred.promise).rejects.toThrow("first");
});

test("a rejection that nobody listens to is nobody's unhandled rejection", async () => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", listen);
  onTestFinished(() => void process.off("unhandledRejection", listen));
  createDeferred().reject(new Error("alone"));
  // Node tells of it after the microtasks of the turn.
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});
