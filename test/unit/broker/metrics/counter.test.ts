import { expect, test } from "vitest";
import { createCounter } from "../../../../src/broker/metrics/counter.ts";

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
