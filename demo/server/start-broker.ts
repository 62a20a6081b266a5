import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface BrokerProcess {
  /** As `http://127.0.0.1:8787`. */
  readonly origin: string;
  /** Every line that it has written to its output so far. */
  readonly lines: readonly string[];
  /** Asks it to stop, insists after a while, and resolves when it has ended. */
  readonly close: () => Promise<void>;
}

export interface BrokerCommand {
  /** Path of the built server. */
  readonly entry: string;
  /** Its whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** How long it may take to stop before it is made to. */
  readonly insistAfterMs?: number;
}

const defaults = { insistAfterMs: 3000 };
const startWithinMs = 15_000;

/** Runs the built broker as a process of its own, as a user would; rejects with its own words if it does not start. */
export const startBroker = async (command: BrokerCommand): Promise<BrokerProcess> => {
  const { entry, environment, insistAfterMs } = { ...defaults, ...command };
  const child = spawn(process.execPath, [entry], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => errors.push(line));
  const output = createInterface({ input: child.stdout });
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error("The broker does not say that it listens.")),
        startWithinMs,
      );
      output.on("line", (line) => {
        lines.push(line);
        const url = urlIn(line);
        if (url === undefined) return;
        clearTimeout(late);
        resolve(new URL(url).origin);
      });
      child.once("error", reject);
      child.once("close", () => {
        clearTimeout(late);
        reject(new Error(`The broker has ended. ${errors.join(" ")}`.trim()));
      });
    });
    return { origin, lines, close: () => end(child, insistAfterMs) };
  } catch (error) {
    await end(child, insistAfterMs);
    throw error;
  }
};

const urlIn = (line: string): string | undefined => {
  try {
    const entry: unknown = JSON.parse(line);
    const hasUrl = typeof entry === "object" && entry !== null && "url" in entry;
    return hasUrl && typeof entry.url === "string" ? entry.url : undefined;
  } catch {
    // Not a log line: whatever it is, it does not say where the broker listens.
    return undefined;
  }
};

const end = async (child: ChildProcess, insistAfterMs: number): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), insistAfterMs);
  await ended;
  clearTimeout(insist);
};
