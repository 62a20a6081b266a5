import { median } from "../quantile.ts";
import { networks } from "./networks.ts";
import { type Bench, openBench } from "./open-bench.ts";
import { type Visit, visitCold } from "./visit-cold.ts";

const rounds = 9;

/** Every page that is measured, and the one to which it is compared. */
const comparisons = [
  ["4G", "/hand", "/hand", "hand-written page against itself"],
  ["4G", "/tag", "/hand", "one-line tag"],
  ["4G", "/preload", "/hand", "tag with the preload line"],
  ["4G", "/tag-late", "/hand-late", "tag, where `load` comes 3 s late"],
  ["slow 3G", "/hand", "/hand", "hand-written page against itself"],
  ["slow 3G", "/tag", "/hand", "one-line tag"],
  ["slow 3G", "/preload", "/hand", "tag with the preload line"],
] as const;

/**
 * The time to the first free time, and the layout shift, against a hand-written page of Booking.js v1: cold cache, all
 * pages in turns, medians of the ratios within a round.
 */
export const benchFirstSlot = async (): Promise<string> => {
  const bench = await openBench();
  try {
    const pairs: (readonly [Visit, Visit])[][] = comparisons.map(() => []);
    for (let round = 0; round <= rounds; round += 1)
      for (const [index, [network, path, other]] of comparisons.entries()) {
        const pair = await visitBoth(bench, networks[network], [path, other], round % 2 === 1);
        // The first round warms the browser and the servers up and is thrown away.
        if (round > 0) pairs[index]?.push(pair);
      }
    return comparisons.map((comparison, index) => describe(comparison, pairs[index] ?? [])).join("\n");
  } finally {
    await bench.close();
  }
};

type Pair = readonly [Visit, Visit];

const visitBoth = async (
  bench: Bench,
  conditions: (typeof networks)[keyof typeof networks],
  [path, other]: readonly [string, string],
  isReversed: boolean,
): Promise<Pair> => {
  if (isReversed) {
    const second = await visitCold(bench, other, conditions);
    return [await visitCold(bench, path, conditions), second];
  }
  return [await visitCold(bench, path, conditions), await visitCold(bench, other, conditions)];
};

const describe = ([network, , , name]: (typeof comparisons)[number], pairs: readonly Pair[]): string => {
  const ratios = pairs.map(([{ firstSlotMs }, other]) => firstSlotMs / other.firstSlotMs);
  const seconds = (of: (pair: Pair) => Visit): string =>
    (median(pairs.map((pair) => of(pair).firstSlotMs)) / 1000).toFixed(2);
  const shift = (of: (pair: Pair) => Visit): string => median(pairs.map((pair) => of(pair).shift)).toFixed(3);
  return [
    `${network}, ${name}: ${median(ratios).toFixed(2)}`,
    `(${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${pairs.length} rounds;`,
    `${seconds(([own]) => own)} s to ${seconds(([, other]) => other)} s;`,
    `layout shift ${shift(([own]) => own)} to ${shift(([, other]) => other)})`,
  ].join(" ");
};
