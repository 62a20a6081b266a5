import { describe, expect, test } from "vitest";
import type { FailureName } from "../../demo/timekit/failures.ts";
import { resourceIds } from "../../demo/timekit/world.ts";
import { type ProblemCode, problemCodes } from "../../src/contract/problem.ts";
import { type ErrorCode, LoaderError } from "../../src/loader/errors.ts";
import {
  type ContractOptions,
  type ContractWorld,
  createContractWorld,
  pageOrigin,
} from "./contract-world.ts";
import type { GrantQuestion } from "../../src/loader/token/fetch-grant.ts";

interface Case {
  /** What the loader makes of it. */
  readonly becomes: ErrorCode;
  readonly options?: ContractOptions;
  readonly question?: Partial<GrantQuestion>;
  /** Before the question. */
  readonly prepare?: (world: ContractWorld) => unknown;
}

const failing =
  (as: FailureName) =>
  ({ timekit }: ContractWorld): unknown =>
    timekit.fail({ at: "any", as });

/** How each problem of the broker comes about, and what the loader makes of it. */
const table: Record<ProblemCode, Case> = {
  "invalid-request": {
    becomes: "broker/failed",
    question: { brokerUrl: "https://broker.example/client-token?tenant=7" },
  },
  "origin-refused": {
    becomes: "broker/origin-refused",
    // Only a page of the broker's own origin can read this answer.
    options: {
      isSameOrigin: true,
      onTheWay: (request) => withHeader(request, "Origin", "https://other.example"),
    },
  },
  "no-client-token": { becomes: "broker/no-token", question: { resourceId: resourceIds.unknown } },
  "not-found": { becomes: "broker/failed", question: { brokerUrl: "https://broker.example/token" } },
  "method-not-allowed": {
    becomes: "broker/failed",
    options: { onTheWay: (request) => new Request(request, { method: "POST" }) },
  },
  "rate-limited": {
    becomes: "broker/busy",
    options: { settings: { rateLimitPerMinute: 1 } },
    prepare: ({ ask }) => ask(),
  },
  "upstream-failed": { becomes: "broker/failed", prepare: failing("unauthorized") },
  "upstream-busy": { becomes: "broker/busy", prepare: failing("rate-limited") },
  "upstream-timeout": {
    becomes: "broker/timeout",
    options: { settings: { upstreamTimeoutMs: 100, upstreamPerSecond: 100 } },
    prepare: failing("hang"),
  },
};

const withHeader = (request: Request, name: string, value: string): Request => {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return new Request(request, { headers });
};

describe.each(problemCodes)("the problem %s", (code) => {
  const { becomes, options, question, prepare } = table[code];

  test(`is written by the broker, and is ${becomes} for the loader`, async () => {
    const world = createContractWorld(options);
    await prepare?.(world);
    const error = await world.askInVain(question);
    expect(world.log.at(-1)).toMatchObject({ code });
    expect(error.code).toBe(becomes);
  });

  test("brings the id under which the broker's log has it", async () => {
    const world = createContractWorld(options);
    await prepare?.(world);
    const { requestId } = await world.askInVain(question);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(world.responses.at(-1)?.headers.get("x-request-id")).toBe(requestId);
    expect(world.log.at(-1)).toMatchObject({ request_id: requestId });
  });
});

test.each<FailureName>([
  "unauthorized",
  "server-error",
  "html",
  "redirect",
  "empty",
  "reset",
  "html-in-error",
])("a Timekit that fails by %s is broker/failed, and nothing of it reaches the page", async (failure) => {
  const world = createContractWorld();
  failing(failure)(world);
  const error = await world.askInVain();
  expect(error).toMatchObject({ code: "broker/failed", retryable: true });
  expect(error.message).toBe(new LoaderError("broker/failed", "status 502").message);
});

test("a refused origin looks like a dead broker in a browser, and the message names the page's own", async () => {
  const world = createContractWorld({ origin: "https://other.example" });
  const error = await world.askInVain();
  expect(error.code).toBe("broker/unreachable");
  expect(error.message).toContain("https://other.example");
  expect(error.message).not.toContain(pageOrigin);
  expect(world.log.at(-1)).toMatchObject({ code: "origin-refused" });
  expect(world.timekit.requests).toEqual([]);
});

test("a Retry-After that the loader cannot wait for is read by it, and ends the asking at once", async () => {
  const world = createContractWorld({ settings: { rateLimitPerMinute: 1 } });
  await world.ask();
  const before = world.responses.length;
  expect((await world.askInVain()).code).toBe("broker/busy");
  expect(world.responses.length - before).toBe(1);
  expect(Number(world.responses.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(10);
});

test("a failure that passes is not seen: broker and loader try again", async () => {
  const world = createContractWorld();
  world.timekit.fail({ at: "any", as: "reset", times: 5 });
  expect((await world.ask()).type).toBe("client-token");
});
