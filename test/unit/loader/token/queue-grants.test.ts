// @vitest-environment node
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Grant } from "../../../../src/contract/grant.ts";
import { createDeferred, type Deferred } from "../../../../src/loader/deferred.ts";
import type { GrantQuestion } from "../../../../src/loader/token/fetch-grant.ts";
import { type GrantWish, createGrantQueue } from "../../../../src/loader/token/grant-queue.ts";
import { goodGrant, resourceId } from "./grant-body.ts";

const question: GrantQuestion = {
  brokerUrl: "https://broker.example/client-token",
  resourceId,
  renew: false,
};

/** A broker that answers when it is told to, behind shared flights. */
const world = () => {
  const asked: { question: GrantQuestion; answer: Deferred<Grant> }[] = [];
  const queue = createGrantQueue((question) => {
    const answer = createDeferred<Grant>();
    asked.push({ question, answer });
    return answer.promise;
  });
  const ask = (question: GrantQuestion, wish: Partial<GrantWish> = {}): Promise<Grant> =>
    queue({ question, asker: "owner", isWanted: () => true, ...wish });
  return { ask, asked };
};

test("those who ask the same at the same time share one request and its grant", async () => {
  const { ask, asked } = world();
  const answers = [
    ask(question),
    ask({ ...question }),
    ask({ ...question, resourceId: resourceId.toUpperCase() }),
  ];
  expect(asked).toHaveLength(1);
  asked[0]?.answer.resolve(goodGrant);
  expect(await Promise.all(answers)).toEqual([goodGrant, goodGrant, goodGrant]);
});

test.each([
  ["another broker", { brokerUrl: "https://other.example/client-token" }],
  ["another resource", { resourceId: "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913" }],
  ["a renewal", { renew: true }],
])("who asks for %s has a request of their own", (_, part) => {
  const { ask, asked } = world();
  void ask(question);
  void ask({ ...question, ...part });
  expect(asked.map(({ question }) => question)).toEqual([question, { ...question, ...part }]);
});

test("after the answer nothing is kept", async () => {
  const { ask, asked } = world();
  const first = ask(question);
  asked[0]?.answer.resolve(goodGrant);
  await first;
  void ask(question);
  expect(asked).toHaveLength(2);
});

test("a failure is everybody's, and is not kept either", async () => {
  const { ask, asked } = world();
  const answers = Promise.allSettled([ask(question), ask(question)]);
  asked[0]?.answer.reject(new Error("no"));
  expect((await answers).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  void ask(question);
  expect(asked).toHaveLength(2);
});

describe("of many different questions", () => {
  afterEach(() => void vi.useRealTimers());

  const questionOf = (resourceId: string): GrantQuestion => ({ ...question, resourceId });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test("four are asked at a time", async () => {
    const { ask, asked } = world();
    for (let index = 0; index < 9; index += 1) void ask(questionOf(`r${index}`));
    expect(asked).toHaveLength(4);
    asked[0]?.answer.resolve(goodGrant);
    asked[1]?.answer.reject(new Error("no"));
    await settle();
    expect(asked.map(({ question }) => question.resourceId)).toEqual(["r0", "r1", "r2", "r3", "r4", "r5"]);
  });

  test("strangers' leave a place to the owner's, and wait behind them", async () => {
    const { ask, asked } = world();
    for (let index = 0; index < 9; index += 1) void ask(questionOf(`s${index}`), { asker: "stranger" });
    expect(asked).toHaveLength(3);
    for (let index = 0; index < 3; index += 1) void ask(questionOf(`o${index}`));
    expect(asked.map(({ question }) => question.resourceId)).toEqual(["s0", "s1", "s2", "o0"]);
    asked[0]?.answer.resolve(goodGrant);
    asked[1]?.answer.resolve(goodGrant);
    await settle();
    expect(asked.slice(4).map(({ question }) => question.resourceId)).toEqual(["o1", "o2"]);
  });

  test("those beyond the tenth are asked one a second, the one that came last first", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const { ask, asked } = world();
    for (let index = 0; index < 9; index += 1) void ask(questionOf(`c${index}`), { asker: "crowd" });
    asked[0]?.answer.resolve(goodGrant);
    await settle();
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(999);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(asked.map(({ question }) => question.resourceId)).toEqual(["c0", "c8"]);
  });

  test("one that the owner asks, too, is the owner's", () => {
    const { ask, asked } = world();
    void ask(questionOf("first"), { asker: "crowd" });
    void ask(questionOf("second"), { asker: "crowd" });
    void ask(questionOf("second"));
    expect(asked.map(({ question }) => question.resourceId)).toEqual(["first", "second"]);
  });

  test("one that nobody wants any more is not asked", async () => {
    const { ask, asked } = world();
    let isWanted = true;
    for (let index = 0; index < 4; index += 1) void ask(questionOf(`r${index}`));
    const given = ask(questionOf("given up"), { isWanted: () => isWanted });
    void ask(questionOf("wanted"));
    isWanted = false;
    asked[0]?.answer.resolve(goodGrant);
    await expect(given).rejects.toMatchObject({ code: "embed/destroyed" });
    expect(asked.at(-1)?.question.resourceId).toBe("wanted");
  });
});
