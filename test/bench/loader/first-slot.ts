import { median } from "../quantile.ts";
import { type Conditions, networks } from "./networks.ts";
import { type Bench, openBench } from "./open-bench.ts";
import { type Visit, visitCold } from "./visit-cold.ts";

const rounds = 9;

/** Every page that is measured, and the one to which it is compared. */
const comparisons = {
  "4G": [
    ["/hand", "/hand", "hand-written page against itself"],
    ["/tag", "/hand", "one-line tag"],
    ["/preload", "/hand", "tag with the preload line"],
    ["/tag-late", "/hand-late", "tag, where `load` comes 3 s late"],
  ],
  "slow 3G": [
    ["/hand", "/hand", "hand-written page against itself"],
    ["/tag", "/hand", "one-line tag"],
    ["/preload", "/hand", "tag with the preload line"],
  ],
} as const satisfies Readonly<Record<keyof typeof networks, readonly Comparison[]>>;

type Comparison = readonly [path: string, other: string, name: string];

/**
 * The time to the first free time, and the layout shift, against a hand-written page of Booking.js v1: cold cache, all
 * pages in turns, medians of the ratios within a round.
 */
export const benchFirstSlot = async (network: keyof typeof networks): Promise<string> => {
  const bench = await openBench();
  try {
    const chosen: readonly Comparison[] = comparisons[network];
    const pairs: Pair[][] = chosen.map(() => []);
    for (let round = 0; round <= rounds; round += 1)
      for (const [index, [path, other]] of chosen.entries()) {
        const pair = await visitBoth(bench, networks[network], [path, other], round % 2 === 1);
        // The first round warms the browser and the servers up and is thrown away.
        if (round > 0) pairs[index]?.push(pair);
      }
    return chosen.map(([, , name], index) => describe(name, pairs[index] ?? [])).join("\n");
  } finally {
    await bench.close();
  }
};

type Pair = readonly [Visit, Visit];

const visitBoth = async (
  bench: Bench,
  conditions: Conditions,
  [path, other]: readonly [string, string],
  isReversed: boolean,
): Promise<Pair> => {
  if (isReversed) {
    const second = await visitCold(bench, other, conditions);
    return [await visitCold(bench, path, conditions), second];
  }
  return [await visitCold(bench, path, conditions), await visitCold(bench, other, conditions)];
};

const describe = (name: string, pairs: readonly Pair[]): string => {
  const ratios = pairs.map(([{ firstSlotMs }, other]) => firstSlotMs / other.firstSlotMs);
  const seconds = (of: (pair: Pair) => Visit): string =>
    (median(pairs.map((pair) => of(pair).firstSlotMs)) / 1000).toFixed(2);
  const shift = (of: (pair: Pair) => Visit): string => median(pairs.map((pair) => of(pair).shift)).toFixed(3);
  return [
    `${name}: ${median(ratios).toFixed(2)}`,
    `(${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${pairs.length} rounds;`,
    `${seconds(([own]) => own)} s to ${seconds(([, other]) => other)} s;`,
    `layout shift ${shift(([own]) => own)} to ${shift(([, other]) => other)})`,
  ].join(" ");
};
