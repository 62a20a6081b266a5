import { expect, it, vi } from "vitest";
import { nextTasks } from "./world/open-page.ts";
import { createBeginSoon } from "../../../src/loader/begin-soon.ts";

it("begins in a later task", async () => {
  const begin = vi.fn<() => void>();
  createBeginSoon().soon(begin);
  await Promise.resolve();
  expect(begin).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(begin).toHaveBeenCalledOnce());
});

it("begins at once where somebody asks, and not again", async () => {
  const begin = vi.fn<() => void>();
  const { soon, now } = createBeginSoon();
  soon(begin);
  now();
  expect(begin).toHaveBeenCalledOnce();
  now();
  await nextTasks();
  expect(begin).toHaveBeenCalledOnce();
});

it("begins the first before the second waits", async () => {
  const order: string[] = [];
  const { soon } = createBeginSoon();
  soon(() => order.push("first"));
  soon(() => order.push("second"));
  expect(order).toEqual(["first"]);
  await vi.waitFor(() => expect(order).toEqual(["first", "second"]));
});

it("may be asked from within", () => {
  const begin = vi.fn<() => void>(() => now());
  const { soon, now } = createBeginSoon();
  soon(begin);
  now();
  expect(begin).toHaveBeenCalledOnce();
});
