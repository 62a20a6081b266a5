// @vitest-environment node
import { expect, test } from "vitest";
import { createWorld, good, hangUp, pageOrigin, say } from "./fetch-grant-world.ts";
import { canary, goodGrant, grantWith, resourceId } from "./grant-body.ts";

test("the broker is asked for the resource, and its grant is given", async () => {
  const { broker, ask } = await createWorld([good]);
  expect(await ask()).toMatchObject({ token: canary, resource: { id: resourceId } });
  expect(broker.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `GET /client-token?resource_id=${resourceId}`,
  ]);
});

test("a renewal says so", async () => {
  const { broker, ask } = await createWorld([good]);
  await ask({ renew: true });
  expect(broker.requests[0]?.url).toBe(`/client-token?resource_id=${resourceId}&renew=1`);
});

test("a broker URL keeps the query that it has", async () => {
  const { broker, ask } = await createWorld([good]);
  await ask({ brokerUrl: `${broker.url}?tenant=7&resource_id=theirs` });
  expect(broker.requests[0]?.url).toBe(`/client-token?tenant=7&resource_id=${resourceId}`);
});

test("the request carries no cookies, follows no redirect and is not cached", async () => {
  const { sent, ask } = await createWorld([good]);
  await ask();
  expect(sent[0]?.request).toMatchObject({
    credentials: "omit",
    redirect: "error",
    cache: "no-store",
    method: "GET",
  });
  expect(sent[0]?.init?.signal).toBeInstanceOf(AbortSignal);
});

test.each([408, 429, 500, 502, 503, 504])("status %i is asked again, three times in all", async (status) => {
  const { broker, askInVain } = await createWorld([say(status, "")]);
  await askInVain();
  expect(broker.requests).toHaveLength(3);
});

test.each([400, 401, 403, 404, 405, 410, 413, 418, 501])("status %i is final", async (status) => {
  const { broker, askInVain } = await createWorld([say(status, ""), good]);
  await askInVain();
  expect(broker.requests).toHaveLength(1);
});

test.each([
  ["a failure", say(503, "")],
  ["a broken line", hangUp],
])("a grant that comes after %s is taken", async (_, failure) => {
  const { broker, ask } = await createWorld([failure, failure, good]);
  expect((await ask()).token).toBe(canary);
  expect(broker.requests).toHaveLength(3);
});

test("a dead line is tried three times, and the message names this page's origin", async () => {
  const { broker, askInVain } = await createWorld([hangUp]);
  const error = await askInVain();
  expect(error).toMatchObject({ code: "broker/unreachable", retryable: true });
  expect(error.message).toContain(pageOrigin);
  expect(error.message).toContain("ALLOWED_ORIGINS");
  expect(broker.requests).toHaveLength(3);
});

test("a port where nobody listens is unreachable", async () => {
  const { broker, askInVain } = await createWorld([good]);
  await broker.close();
  expect((await askInVain()).code).toBe("broker/unreachable");
});

test.each([301, 302, 303, 307, 308])(
  "a redirect (%i) is not followed, not even to a grant",
  async (status) => {
    const { broker, askInVain } = await createWorld([
      (response, request) => {
        if (request.url?.startsWith("/client-token"))
          say(status, "", { location: "/grant" })(response, request);
        else good(response, request);
      },
    ]);
    expect((await askInVain()).code).toBe("broker/unreachable");
    expect(broker.requests.filter(({ url }) => url === "/grant")).toEqual([]);
  },
);

test.each([201, 202, 203, 204, 206])("a grant with status %i is none", async (status) => {
  const { askInVain } = await createWorld([say(status, goodGrant)]);
  expect((await askInVain()).code).toBe("broker/bad-response");
});

test("a problem is explained by its code, with the broker's request id", async () => {
  const problem = { code: "no-client-token", request_id: "id-7", title: canary, detail: canary };
  const { askInVain } = await createWorld([say(404, problem)]);
  const error = await askInVain();
  expect(error).toMatchObject({ code: "broker/no-token", requestId: "id-7" });
  expect(`${error.message}${error.stack}`).not.toContain(canary);
});

test("a problem after three attempts is explained too", async () => {
  const { askInVain } = await createWorld([say(503, { code: "upstream-busy", request_id: "id-8" })]);
  expect(await askInVain()).toMatchObject({ code: "broker/busy", requestId: "id-8" });
});

test("an answer that is refused leaves nothing of it in the error", async () => {
  const { askInVain } = await createWorld([say(200, grantWith({ type: "server-token" }))]);
  const error = await askInVain();
  expect(error.code).toBe("token/refused");
  const said = [
    error.message,
    error.stack,
    String(error.cause),
    JSON.stringify(error),
    ...Object.values(error),
  ];
  expect(said.join("\n")).not.toContain(canary);
});

test.each([
  ["refused", say(200, grantWith({ type: "server-token" }))],
  ["accepted", good],
])("an answer that is %s leaves nothing of it in RegExp, where a page could read it", async (_, answer) => {
  const { ask } = await createWorld([answer]);
  await ask().catch(() => undefined);
  const lastMatch = [RegExp.$_, RegExp["$&"], RegExp["$`"], RegExp["$'"], RegExp.$1].join("\n");
  expect(lastMatch).not.toContain(canary);
});

test("a page with a variable called origin is served all the same", async () => {
  const { ask } = await createWorld([good], { origin: { x: 0, y: 0 } });
  expect((await ask()).token).toBe(canary);
});
