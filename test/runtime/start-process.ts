import { spawn } from "node:child_process";
import { metricsToken, pageOrigin } from "./broker-world.ts";
import { secrets } from "./timekit-bodies.ts";

export interface BrokerProcess {
  /** Where it listens; rejects if it ends before it does. */
  readonly url: Promise<string>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  readonly signal: (name: NodeJS.Signals) => void;
}

/** Runs a built `timekit-broker` with these variables and arguments, and nothing else in its environment. */
export const startProcess = (
  file: string,
  variables: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): BrokerProcess => {
  const child = spawn(process.execPath, [file, ...options], { env: variables });
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const [, found] = /"url":"([^"]+)"/.exec(stdout) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`The broker ended early: ${stderr}`)));
  });
  // Only tests of a start that succeeds await it.
  url.catch(() => undefined);
  return { url, ended, stdout: () => stdout, stderr: () => stderr, signal: (name) => void child.kill(name) };
};

/** The environment of a broker's process that asks this Timekit and lets everybody ask as often as they like. */
export const toProcessVariables = (timekitUrl: string): Readonly<Record<string, string>> => ({
  TIMEKIT_API_KEY: secrets.apiKey,
  ALLOWED_ORIGINS: pageOrigin,
  TIMEKIT_API_URL: timekitUrl,
  TIMEKIT_APP: "example-app",
  RATE_LIMIT_PER_MINUTE: "1000000",
  METRICS_TOKEN: metricsToken,
  PORT: "0",
});
