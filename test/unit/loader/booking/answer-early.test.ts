// @vitest-environment node
import { expect, test } from "vitest";
import type { SdkRequest, SdkResponse } from "../../../../src/loader/booking/booking-js.ts";
import { replay } from "../../../../src/loader/booking/guard-sdk.ts";
import type { PrefetchedAnswer } from "../../../../src/loader/vendor.ts";

const sent = '{"emails":["resource@example.com"]}';
const slots = [{ start: "2026-11-24T09:00:00+00:00" }];
const given = { status: 200, headers: { "timekit-testmode": "true" }, text: JSON.stringify({ data: slots }) };

/** Asks in turns, and tells what came of each and whether Timekit heard it. */
const askEach = async (answer: PrefetchedAnswer["answer"], ...requests: readonly SdkRequest[]) => {
  const ask = replay(
    ({ adapter }) =>
      adapter
        ? new Promise<SdkResponse>((resolve, reject) => adapter(resolve, reject, {}))
        : Promise.resolve({ data: "Timekit" }),
    { sent, answer },
  );
  const outcomes: unknown[] = [];
  for (const request of requests)
    outcomes.push(
      await ask(request).then(
        (value) => value,
        (refused: unknown) => ({ refused }),
      ),
    );
  return outcomes;
};

const question = (): SdkRequest => ({ url: "/findtime", data: JSON.parse(sent) });
const timekit = { data: "Timekit" };

test("the same question is answered once", async () => {
  const answer = { status: 200, headers: { "timekit-testmode": "true" }, data: { data: slots } };
  expect(await askEach(Promise.resolve(given), question(), question())).toEqual([answer, timekit]);
});

test.each<[string, SdkRequest]>([
  ["other data", { url: "/findtime", data: { emails: ["other@example.com"] } }],
  ["more data", { url: "/findtime", data: { emails: ["resource@example.com"], length: "1 hour" } }],
  ["another path", { url: "/findtime/team", data: JSON.parse(sent) }],
])("%s is another question, and the answer is kept", async (_, other) => {
  const [first, second] = await askEach(Promise.resolve(given), other, question());
  expect(first).toEqual(timekit);
  expect(second).toMatchObject({ status: 200 });
});

test("a refusal is refused, in words too", async () => {
  const refusal = Promise.resolve({ status: 401, headers: {}, text: "Invalid credentials" });
  const refused = { status: 401, headers: {}, data: "Invalid credentials" };
  expect(await askEach(refusal, question())).toEqual([{ refused }]);
});

test("where nobody has answered Timekit is asked again", async () => {
  expect(await askEach(Promise.reject(new TypeError("offline")), question())).toEqual([timekit]);
});

test("where nobody has answered, what v1 asks next is asked next", async () => {
  const asked: string[] = [];
  const ask = replay(
    async ({ url }) => {
      asked.push(url);
      return timekit;
    },
    { sent, answer: Promise.reject(new TypeError("offline")) },
  );
  await Promise.all([ask(question()), ask({ url: "/users/timezone/resource@example.com" })]);
  expect(asked).toEqual(["/findtime", "/users/timezone/resource@example.com"]);
});

test("without an early answer every question goes to Timekit", async () => {
  const ask = replay(async () => timekit, undefined);
  expect(await ask(question())).toEqual(timekit);
});
