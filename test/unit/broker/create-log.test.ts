import { expect, test } from "vitest";
import { createLog, type LogEntry, type LogLevel } from "../../../src/broker/log.ts";
import { createOpenContext, toIncomingRequest } from "../../../src/broker/request-context.ts";

const startedAtMs = Date.UTC(2026, 10, 24, 12);

const open = (threshold: LogLevel) => {
  const written: LogEntry[] = [];
  const observed: unknown[] = [];
  let nowMs = startedAtMs;
  const runtime = {
    now: () => nowMs,
    log: (entry: LogEntry) => void written.push(entry),
    observe: (entry: unknown) => void observed.push(entry),
    createRequestId: () => "id-1",
  };
  const allowedOrigins = new Set(["https://www.example.com"]);
  return {
    written,
    observed,
    log: createLog(threshold, runtime),
    openContext: createOpenContext({ allowedOrigins }, runtime),
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
  };
};

const call = (headers: Readonly<Record<string, string>> = {}) =>
  toIncomingRequest(new Request("https://broker.example/client-token?resource_id=1", { headers }));

test.each<[LogLevel, readonly string[]]>([
  ["debug", ["debug", "info", "warn", "error"]],
  ["info", ["info", "warn", "error"]],
  ["warn", ["warn", "error"]],
  ["error", ["error"]],
  ["silent", []],
])("from %s on, lines are written; the observer sees all of them", (threshold, levels) => {
  const { log, written, observed } = open(threshold);
  for (const level of ["debug", "info", "warn", "error"] as const) log.tell({ level, event: "upstream" });
  expect(written.map(({ level }) => level)).toEqual(levels);
  expect(observed).toHaveLength(4);
});

test("a warning is a line with its time", () => {
  const { log, written } = open("info");
  log.warn("Look here.");
  expect(written).toEqual([
    { time: "2026-11-24T12:00:00.000Z", level: "warn", event: "warning", message: "Look here." },
  ]);
});

test.each([
  [200, "info"],
  [499, "info"],
  [500, "warn"],
  [503, "warn"],
])(
  "a visit that ends with %d is a line of the level %s, with what was noted and its duration",
  (status, level) => {
    const { log, openContext, written, pass } = open("info");
    const context = openContext(call({ Origin: "https://www.example.com" }), {}, undefined);
    context.addLogFields({ route: "/client-token" });
    pass(1.23456);
    log.request(context, status);
    expect(written).toEqual([
      {
        time: "2026-11-24T12:00:00.001Z",
        level,
        event: "request",
        request_id: "id-1",
        origin: "https://www.example.com",
        route: "/client-token",
        status,
        duration_ms: expect.closeTo(1.235, 3),
      },
    ]);
  },
);

test.each([
  [{}, null, {}],
  [{ Origin: "https://www.example.com" }, "https://www.example.com", { origin: "https://www.example.com" }],
  [{ Origin: "https://evil.example" }, null, {}],
])(
  "a visit with the headers %j has the listed origin %s, and notes no other",
  (headers, listedOrigin, logFields) => {
    const environment = { clientAddress: "203.0.113.1" };
    const context = open("info").openContext(call(headers), environment, undefined);
    expect(context).toMatchObject({
      requestId: "id-1",
      startedAtMs,
      method: "GET",
      listedOrigin,
      environment,
    });
    expect(context.logFields).toEqual(logFields);
    expect([context.path, context.search]).toEqual(["/client-token", "?resource_id=1"]);
  },
);

test("what a visit starts is kept alive where the platform can, and does no harm where it cannot", async () => {
  const { openContext } = open("info");
  const kept: unknown[] = [];
  const work = Promise.resolve();
  openContext(call(), {}, { waitUntil: (promise) => void kept.push(promise) }).waitUntil(work);
  expect(kept).toEqual([work]);
  expect(() => openContext(call(), {}, undefined).waitUntil(work)).not.toThrow();
});
