/** Numbers that only grow, one for each combination of labels. */
interface Counter {
  readonly add: (labels: Readonly<Record<string, string>>, amount?: number) => void;
  /** In Prometheus' text format, with a line feed at the end. */
  readonly render: () => string;
}

interface MetricText {
  readonly name: string;
  readonly help: string;
}

/** A counter, whose labels are always the same ones in the same order. They must come from small sets of our own words: each combination stays for ever. */
export const createCounter = ({ name, help }: MetricText): Counter => {
  const series = new Map<string, { readonly labels: string; value: number }>();
  return {
    add: (labels, amount = 1) => {
      const key = Object.values(labels).join("\n");
      const known = series.get(key);
      if (known) known.value += amount;
      else series.set(key, { labels: renderLabels(labels), value: amount });
    },
    render: () =>
      [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} counter`,
        ...Array.from(series.values(), ({ labels, value }) => `${name}${labels} ${value}`),
        "",
      ].join("\n"),
  };
};

/** Numbers that may change in either direction, one for each value of a label. */
interface Gauge {
  /** Without a number there is nothing to tell of it any more. */
  readonly set: (value: string, number: number | undefined) => void;
  /** In Prometheus' text format, with a line feed at the end; nothing where there are no numbers. */
  readonly render: (toNumber: (number: number) => number) => string;
}

interface GaugeText extends MetricText {
  readonly label: string;
  /** Beyond this, what was set longest ago is forgotten. */
  readonly mostSeries: number;
}

export const createGauge = ({ name, help, label, mostSeries }: GaugeText): Gauge => {
  const series = new Map<string, number>();
  return {
    set: (value, number) => {
      series.delete(value);
      if (number !== undefined) series.set(value, number);
      const [oldest] = series.keys();
      if (series.size > mostSeries && oldest !== undefined) series.delete(oldest);
    },
    render: (toNumber) =>
      series.size === 0
        ? ""
        : [
            `# HELP ${name} ${help}`,
            `# TYPE ${name} gauge`,
            ...Array.from(
              series,
              ([value, number]) => `${name}${renderLabels({ [label]: value })} ${toNumber(number)}`,
            ),
            "",
          ].join("\n"),
  };
};

/** `{a="1",b="2"}`, or nothing where there are no labels. */
const renderLabels = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
};

const escapeLabel = (value: string): string =>
  value.replace(/[\\"\n]/g, (character) => (character === "\n" ? "\\n" : `\\${character}`));

/** How often something took how long. */
interface Histogram {
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
