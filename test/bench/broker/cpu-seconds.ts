import { readFileSync } from "node:fs";

// What Linux counts in, on every architecture that Node runs on.
const ticksPerSecond = 100;

/** The processor time that a process has used so far, in seconds, in steps of 0.01; Linux only. */
export const readCpuSeconds = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name before the last bracket may hold spaces.
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return (user + system) / ticksPerSecond;
};
