import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createConnection, createServer } from "node:net";

/** A Redis server of the test's own, on 127.0.0.1, which keeps nothing on disk. */
export interface Redis {
  readonly port: number;
  /** Ends it at once, as a power cut would. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same port, empty. */
  readonly start: () => Promise<void>;
  /** It keeps its connections and answers nothing. */
  readonly hang: () => void;
  readonly goOn: () => void;
  /** What `redis-cli` prints. */
  readonly command: (...words: readonly string[]) => string;
}

/** Whether the server is installed. */
export const hasRedis = (): boolean => spawnSync("redis-server", ["--version"]).status === 0;

export const startRedis = async (options: readonly string[] = []): Promise<Redis> => {
  const port = await findFreePort();
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const place = ["--port", String(port), "--bind", "127.0.0.1"];
    child = spawn("redis-server", [...place, "--save", "", "--appendonly", "no", ...options], {
      stdio: "ignore",
    });
    await untilAnswers(port);
  };
  await start();
  return {
    port,
    start,
    stop: async () => {
      const ended = new Promise((resolve) => child?.once("close", resolve));
      if (child?.exitCode !== null || !child.kill("SIGKILL")) return;
      await ended;
    },
    hang: () => void child?.kill("SIGSTOP"),
    goOn: () => void child?.kill("SIGCONT"),
    command: (...words) =>
      spawnSync("redis-cli", ["-p", String(port), ...words])
        .stdout.toString()
        .trim(),
  };
};

export const findFreePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const untilAnswers = async (port: number): Promise<void> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The Redis server did not start.");
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port }, () => socket.write("PING\r\n"));
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
