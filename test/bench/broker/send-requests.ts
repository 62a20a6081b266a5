import { readFileSync } from "node:fs";
import { Agent, get } from "node:http";

export interface LoadOptions {
  readonly url: string;
  readonly origin: string;
  readonly count: number;
  /** How many are under way at once, each on a connection of its own. */
  readonly concurrency: number;
}

/** Sends that many requests; resolves to how long each took, in milliseconds. Rejects at the first that is not 200. */
export const sendRequests = async (options: LoadOptions): Promise<readonly number[]> => {
  const { url, origin, count, concurrency } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const durationsMs: number[] = [];
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const startMs = performance.now();
      const status = await sendOne(url, origin, agent);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      durationsMs.push(performance.now() - startMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  agent.destroy();
  return durationsMs;
};

const sendOne = (url: string, origin: string, agent: Agent): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { origin } }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode));
    });
    request.once("error", reject);
  });

/** The one origin that asks. */
export const benchOrigin = "https://shop.example";

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
