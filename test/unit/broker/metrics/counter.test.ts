import { expect, test } from "vitest";
import { createCounter } from "../../../../src/broker/metrics/counter.ts";

test("labels are escaped as Prometheus wants", () => {
  const counter = createCounter({ name: "things_total", help: "Things." });
  counter.add({ what: 'a "quoted" \\ \n one' });
  counter.add({}, 2);
  expect(counter.render()).toBe(
    '# HELP things_total Things.\n# TYPE things_total counter\nthings_total{what="a \\"quoted\\" \\\\ \\n one"} 1\nthings_total 2\n',
  );
});
