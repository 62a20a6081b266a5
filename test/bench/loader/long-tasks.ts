import { median } from "../quantile.ts";
import { readLongestTaskMs } from "./read-longest-task.ts";
import { openBench } from "./open-bench.ts";

const rounds = 9;
const cpuSlowdown = 4;

/** The longest task of the loader before Booking.js v1 is evaluated, on a processor that is four times slower. */
export const benchLongTasks = async (): Promise<string> => {
  const bench = await openBench();
  try {
    const longestMs: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      longestMs.push(await readLongestTaskMs(bench, cpuSlowdown));
    return `longest task of the loader before v1: ${median(longestMs).toFixed(0)} ms (up to ${Math.max(...longestMs).toFixed(0)} ms in ${rounds} rounds) on a processor ${cpuSlowdown} times slower`;
  } finally {
    await bench.close();
  }
};
