import { expect, it, vi } from "vitest";
import { createStartQueue } from "../../../../src/loader/embed/start-queue.ts";

it("starts in a later task", async () => {
  const start = vi.fn<() => void>();
  createStartQueue().schedule(start);
  await Promise.resolve();
  expect(start).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(start).toHaveBeenCalledOnce());
});

it("starts at once where somebody asks, and not again", async () => {
  const start = vi.fn<() => void>();
  const { schedule, flush } = createStartQueue();
  schedule(start);
  flush();
  expect(start).toHaveBeenCalledOnce();
  flush();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(start).toHaveBeenCalledOnce();
});

it("starts the first before the second waits", async () => {
  const order: string[] = [];
  const { schedule } = createStartQueue();
  schedule(() => order.push("first"));
  schedule(() => order.push("second"));
  expect(order).toEqual(["first"]);
  await vi.waitFor(() => expect(order).toEqual(["first", "second"]));
});

it("may be asked from within", () => {
  const start = vi.fn<() => void>(() => flush());
  const { schedule, flush } = createStartQueue();
  schedule(start);
  flush();
  expect(start).toHaveBeenCalledOnce();
});

it("forgets what is scheduled when it is cleared", async () => {
  const start = vi.fn<() => void>();
  const { schedule, clear } = createStartQueue();
  schedule(start);
  clear();
  await new Promise((resolve) => setTimeout(resolve));
  expect(start).not.toHaveBeenCalled();
});
