/** Numbers that only grow, one for each combination of labels. */
export interface Counter {
  readonly add: (labels: Readonly<Record<string, string>>, amount?: number) => void;
  /** In Prometheus' text format, with a line feed at the end. */
  readonly render: () => string;
}

export interface MetricText {
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

/** `{a="1",b="2"}`, or nothing where there are no labels. */
export const renderLabels = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
};

const escapeLabel = (value: string): string =>
  value.replace(/[\\"\n]/g, (character) => (character === "\n" ? "\\n" : `\\${character}`));
