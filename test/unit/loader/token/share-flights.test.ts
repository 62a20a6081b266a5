// @vitest-environment node
import { expect, test } from "vitest";
import type { Grant } from "../../../../src/contract/grant.ts";
import { createDeferred, type Deferred } from "../../../../src/loader/deferred.ts";
import type { GrantQuestion } from "../../../../src/loader/token/fetch-grant.ts";
import { shareFlights } from "../../../../src/loader/token/share-flights.ts";
import { goodGrant, resourceId } from "./grant-body.ts";

const question: GrantQuestion = {
  brokerUrl: "https://broker.example/client-token",
  resourceId,
  renew: false,
};

/** A broker that answers when it is told to, behind shared flights. */
const world = () => {
  const asked: { question: GrantQuestion; answer: Deferred<Grant> }[] = [];
  const ask = shareFlights((question) => {
    const answer = createDeferred<Grant>();
    asked.push({ question, answer });
    return answer.promise;
  });
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
