import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startRedis } from "../../runtime/store/start-redis.ts";
import { resourceId, secrets } from "../../runtime/timekit-bodies.ts";
import { startUpstream } from "../../runtime/start-upstream.ts";
import { median, quantile } from "../quantile.ts";
import { benchOrigin, readCpuSeconds, sendRequests } from "./send-requests.ts";

const rounds = 9;
const count = 15_000;
const concurrency = 32;

/**
 * Warm answers of the built broker, alone and with a store, against a bare `node:http` server that does the same work and
 * writes the same log line, by requests per second of processor time, in turns.
 */
export const benchWarmAnswers = async (): Promise<string> => {
  const upstream = await startUpstream();
  const redis = await startRedis();
  const settings = {
    TIMEKIT_API_KEY: secrets.apiKey,
    TIMEKIT_API_URL: upstream.url,
    ALLOWED_ORIGINS: benchOrigin,
    RATE_LIMIT_PER_MINUTE: "1000000",
    PORT: "0",
  };
  const broker = file("../../../dist/broker/node.js");
  const servers = {
    broker: await start([broker], settings),
    stored: await start([broker], { ...settings, STORE_URL: `redis://127.0.0.1:${redis.port}` }),
    bare: await start(["--import", "tsx", file("bare-server.ts")], {}),
  };
  const names = ["broker", "stored", "bare"] as const;
  const results: Record<Name, Round[]> = { broker: [], stored: [], bare: [] };
  // The first round warms all up and is thrown away.
  for (let round = 0; round <= rounds; round += 1)
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const result = await runRound(servers[name]);
      if (round > 0) results[name].push(result);
    }
  for (const { child } of Object.values(servers)) child.kill();
  await Promise.all([upstream.close(), redis.stop()]);

  const compare = (name: Name, other: Name): string => {
    const ratios = results[name].map(
      ({ perCpuSecond }, i) => perCpuSecond / (results[other][i]?.perCpuSecond ?? 0),
    );
    const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    return `${median(ratios).toFixed(2)} (${spread} in ${rounds} rounds of ${count})`;
  };
  const line = (name: Name): string => {
    const p99 = median(results[name].map(({ p99Ms }) => p99Ms)).toFixed(1);
    const perCpuSecond = Math.round(median(results[name].map((round) => round.perCpuSecond)));
    return `  ${name}: ${perCpuSecond} requests per CPU second, p99 ${p99} ms at ${concurrency} at once`;
  };
  return [
    `warm answers against a bare server: ${compare("broker", "bare")}`,
    `warm answers with a store against those without: ${compare("stored", "broker")}`,
    ...names.map(line),
  ].join("\n");
};

type Name = "broker" | "stored" | "bare";

interface Round {
  readonly perCpuSecond: number;
  readonly p99Ms: number;
}

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const start = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Server> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
    child.once("exit", (code) => reject(new Error(`a server ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      const [, url] = /"url":"([^"]+)"/.exec(chunk.toString()) ?? [];
      if (url) resolve({ child, url: `${url}/client-token?resource_id=${resourceId}` });
    });
  });

const runRound = async ({ child, url }: Server): Promise<Round> => {
  const before = readCpuSeconds(child.pid ?? 0);
  const durationsMs = await sendRequests({ url, origin: benchOrigin, count, concurrency });
  const cpuSeconds = readCpuSeconds(child.pid ?? 0) - before;
  return { perCpuSecond: count / cpuSeconds, p99Ms: quantile(durationsMs, 0.99) };
};
