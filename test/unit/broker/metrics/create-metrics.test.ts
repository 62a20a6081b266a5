import { describe, expect, test } from "vitest";
import { createMetrics } from "../../../../src/broker/metrics/create-metrics.ts";
import { createCounter } from "../../../../src/broker/metrics/prometheus.ts";

describe("metrics", () => {
  const level = "info";
  const now = () => Date.UTC(2026, 10, 24, 12);

  test("a shared store is named once it has been tried, as up or down, with the reasons of its failures", () => {
    const { observe, render } = createMetrics({ now });
    expect(render()).not.toContain("store");
    for (const reason of ["timeout", "timeout", "unreachable"])
      observe({ level, event: "store", outcome: "down", reason });
    expect(render().split("\n")).toEqual(
      expect.arrayContaining([
        "timekit_broker_store_up 0",
        'timekit_broker_store_failures_total{reason="timeout"} 2',
        'timekit_broker_store_failures_total{reason="unreachable"} 1',
      ]),
    );
    observe({ level, event: "store", outcome: "up" });
    expect(render()).toContain("\ntimekit_broker_store_up 1\n");
    expect(render()).not.toMatch(/reason="none"|outcome=/);
  });

  test("the seconds that a resource's token has left are told, while it is known to expire", () => {
    const { observe, render } = createMetrics({ now });
    expect(render()).not.toContain("expires");
    const tell = (resource_id: string, expires?: string) =>
      observe({ level, event: "expiry", resource_id, ...(expires !== undefined && { expires }) });
    tell("a", "2026-11-24T12:01:00.000Z");
    tell("b", "2026-11-24T11:59:00.000Z");
    tell("c", "2027-11-24T11:59:00.000Z");
    tell("c");
    expect(
      render()
        .split("\n")
        .filter((line) => line.includes("expires")),
    ).toEqual([
      expect.stringMatching(/^# HELP timekit_broker_token_expires_seconds /),
      "# TYPE timekit_broker_token_expires_seconds gauge",
      'timekit_broker_token_expires_seconds{resource_id="a"} 60',
      'timekit_broker_token_expires_seconds{resource_id="b"} -60',
    ]);
  });

  test("of however many resources, the thousand that were granted last are told", () => {
    const { observe, render } = createMetrics({ now });
    for (let index = 0; index <= 1000; index += 1)
      observe({ level, event: "expiry", resource_id: `r${index}`, expires: "2027-01-01T00:00:00.000Z" });
    const lines = render()
      .split("\n")
      .filter((line) => line.includes("resource_id="));
    expect(lines).toHaveLength(1000);
    expect(lines.join()).not.toContain('"r0"');
  });

  test("requests, cache and upstream are counted by our own words", () => {
    const { observe, render } = createMetrics({ now });
    for (const duration_ms of [0, 3, 700])
      observe({ level, event: "request", route: "/client-token", status: 200, cache: "hit", duration_ms });
    observe({ level, event: "request", status: 400, reason: "malformed" });
    observe({ level, event: "upstream", outcome: "answered", duration_ms: 20_000 });
    observe({ level, event: "listening", url: "http://127.0.0.1" });
    const lines = render().split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        'timekit_broker_requests_total{route="/client-token",status="200",reason="none"} 3',
        'timekit_broker_requests_total{route="other",status="400",reason="malformed"} 1',
        'timekit_broker_cache_total{result="hit"} 3',
        'timekit_broker_upstream_requests_total{outcome="answered"} 1',
        'timekit_broker_request_duration_seconds_bucket{le="0.001"} 2',
        'timekit_broker_request_duration_seconds_bucket{le="0.005"} 3',
        'timekit_broker_request_duration_seconds_bucket{le="1"} 4',
        'timekit_broker_request_duration_seconds_bucket{le="+Inf"} 4',
        "timekit_broker_request_duration_seconds_sum 0.703",
        "timekit_broker_request_duration_seconds_count 4",
        'timekit_broker_upstream_duration_seconds_bucket{le="10"} 0',
        'timekit_broker_upstream_duration_seconds_bucket{le="+Inf"} 1',
      ]),
    );
    expect(lines.filter((line) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.]+|)$/.test(line))).toEqual(
      [],
    );
    expect(render().endsWith("\n")).toBe(true);
    expect(render()).not.toContain("store");
  });

  test("a duration counts in the first bucket that it fits into", () => {
    const { observe, render } = createMetrics({ now });
    for (const duration_ms of [5, 5.1]) observe({ level, event: "request", duration_ms });
    const bucket = (bound: string) =>
      Number(new RegExp(`request_duration_seconds_bucket{le="${bound}"} (\\d+)`).exec(render())?.[1]);
    expect(["0.001", "0.005", "0.025"].map(bucket)).toEqual([0, 1, 2]);
  });

  test("every metric has its kind and a sentence", () => {
    const { observe, render } = createMetrics({ now });
    observe({ level, event: "store", outcome: "down", reason: "timeout" });
    const lines = render().split("\n");
    const kinds = {
      requests_total: "counter",
      cache_total: "counter",
      upstream_requests_total: "counter",
      request_duration_seconds: "histogram",
      upstream_duration_seconds: "histogram",
      store_up: "gauge",
      store_failures_total: "counter",
    };
    for (const [name, kind] of Object.entries(kinds)) {
      const at = lines.indexOf(`# TYPE timekit_broker_${name} ${kind}`);
      expect(lines[at - 1]).toMatch(new RegExp(`^# HELP timekit_broker_${name} [A-Z].{8,}\\.$`));
    }
    expect(lines.filter((line) => line === "")).toHaveLength(1);
  });
});

describe("a counter", () => {
  test("each combination of labels has a number of its own", () => {
    const counter = createCounter({ name: "things_total", help: "Things." });
    for (const [a, b] of [
      ["x", "yz"],
      ["xy", "z"],
      ["x", "yz"],
    ] as const)
      counter.add({ a, b });
    expect(counter.render().split("\n").slice(2)).toEqual([
      'things_total{a="x",b="yz"} 2',
      'things_total{a="xy",b="z"} 1',
      "",
    ]);
  });

  test("labels are escaped as Prometheus wants", () => {
    const counter = createCounter({ name: "things_total", help: "Things." });
    counter.add({ what: 'a "quoted" \\ \n one' });
    counter.add({}, 2);
    expect(counter.render()).toBe(
      '# HELP things_total Things.\n# TYPE things_total counter\nthings_total{what="a \\"quoted\\" \\\\ \\n one"} 1\nthings_total 2\n',
    );
  });
});
