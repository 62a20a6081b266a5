import { type MetricText, renderLabels } from "./counter.ts";

/** How often something took how long. */
export interface Histogram {
  readonly observe: (durationMs: number) => void;
  /** In Prometheus' text format, with a line feed at the end. */
  readonly render: () => string;
}

// From an answer that was kept to a deadline that has passed.
const boundsSeconds = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Number.POSITIVE_INFINITY];

export const createHistogram = ({ name, help }: MetricText): Histogram => {
  const counts = boundsSeconds.map(() => 0);
  let sumSeconds = 0;
  return {
    observe: (durationMs) => {
      const seconds = durationMs / 1000;
      const index = boundsSeconds.findIndex((bound) => seconds <= bound);
      counts[index] = (counts[index] ?? 0) + 1;
      sumSeconds += seconds;
    },
    render: () => {
      let total = 0;
      const buckets = boundsSeconds.map((bound, index) => {
        total += counts[index] ?? 0;
        const le = Number.isFinite(bound) ? String(bound) : "+Inf";
        return `${name}_bucket${renderLabels({ le })} ${total}`;
      });
      const head = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`];
      return [...head, ...buckets, `${name}_sum ${sumSeconds}`, `${name}_count ${total}`, ""].join("\n");
    },
  };
};
