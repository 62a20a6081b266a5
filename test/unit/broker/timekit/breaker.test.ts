import { expect, test } from "vitest";
import { createBreaker } from "../../../../src/broker/timekit/breaker.ts";
import { UpstreamError } from "../../../../src/broker/timekit/upstream-error.ts";

const world = () => {
  let nowMs = 0;
  const breaker = createBreaker({ now: () => nowMs });
  const outcome = (work: () => Promise<string>) =>
    breaker
      .run(work)
      .catch((error: unknown) => (error instanceof UpstreamError ? error.reason : String(error)));
  return {
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    succeed: () => outcome(async () => "fine"),
    fail: () => outcome(() => Promise.reject(new UpstreamError("network", { isRetryable: true }))),
    failAs: (error: Error) => outcome(() => Promise.reject(error)),
    run: breaker.run,
    failTimes: async (count: number) => {
      for (let index = 0; index < count; index += 1)
        await outcome(() => Promise.reject(new UpstreamError("timeout")));
    },
  };
};

test("it opens with the fifth failure in a row, and then asks nobody", async () => {
  const { fail, failTimes, succeed } = world();
  await failTimes(4);
  expect(await fail()).toBe("network");
  expect(await succeed()).toBe("breaker-open");
});

test("a success in between starts the count again", async () => {
  const { failTimes, succeed } = world();
  await failTimes(4);
  await succeed();
  await failTimes(4);
  expect(await succeed()).toBe("fine");
});

test("an answer that is only useless is no outage", async () => {
  const { failAs, succeed } = world();
  for (let count = 0; count < 20; count += 1) await failAs(new UpstreamError("not-json"));
  for (let count = 0; count < 20; count += 1) await failAs(new UpstreamError("budget-spent"));
  expect(await succeed()).toBe("fine");
});

test.each([
  ["a spent budget", new UpstreamError("budget-spent")],
  ["a mistake of ours", new TypeError("undefined is no function")],
])("%s says nothing about Timekit: the count goes on, and what is open stays so", async (_what, error) => {
  const { fail, failAs, failTimes, run, pass, succeed } = world();
  await failTimes(4);
  await failAs(error);
  expect(await succeed()).toBe("fine");
  await failTimes(4);
  // Both are under way when the breaker opens.
  let end = (_error: Error): void => undefined;
  const late = run(() => new Promise<string>((_resolve, reject) => (end = reject)));
  await failAs(error);
  expect(await fail()).toBe("network");
  end(error);
  await expect(late).rejects.toBe(error);
  expect(await succeed()).toBe("breaker-open");
  pass(5000);
  expect(await succeed()).toBe("fine");
});

test("failures that come in when it is open already do not put its end off", async () => {
  const { failTimes, run, pass, succeed } = world();
  let end = (_error: Error): void => undefined;
  const late = run(() => new Promise<string>((_resolve, reject) => (end = reject)));
  await failTimes(5);
  pass(4000);
  end(new UpstreamError("timeout"));
  await expect(late).rejects.toMatchObject({ reason: "timeout" });
  pass(1000);
  expect(await succeed()).toBe("fine");
});

test("after five seconds one request finds out whether Timekit is back, and the others do not wait", async () => {
  const { failTimes, pass, run, succeed } = world();
  await failTimes(5);
  pass(4999);
  expect(await succeed()).toBe("breaker-open");
  pass(1);
  let answer = (_text: string): void => undefined;
  const probe = run(() => new Promise<string>((resolve) => (answer = resolve)));
  expect(await succeed()).toBe("breaker-open");
  answer("back");
  expect(await probe).toBe("back");
  expect(await succeed()).toBe("fine");
});

test("each failed probe doubles the wait, up to a minute", async () => {
  const { fail, failTimes, pass, succeed } = world();
  await failTimes(5);
  for (const waitMs of [5000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
    pass(waitMs - 1);
    expect(await succeed()).toBe("breaker-open");
    pass(1);
    expect(await fail()).toBe("network");
  }
});

test("a probe that was never sent leaves the next request to be one", async () => {
  const { failAs, failTimes, pass, succeed } = world();
  await failTimes(5);
  pass(5000);
  expect(await failAs(new UpstreamError("budget-spent"))).toBe("budget-spent");
  expect(await succeed()).toBe("fine");
});

test("a refusal says when the breaker lets the next one through", async () => {
  const { failTimes, pass, run } = world();
  await failTimes(5);
  pass(2000);
  await expect(run(async () => "fine")).rejects.toMatchObject({ code: "upstream-busy", retryAfterMs: 3000 });
});
