import { spawn } from "node:child_process";
import { afterEach, beforeAll, expect, test } from "vitest";
import { fromPage, grantPath } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";
import { toProcessVariables } from "./start-process.ts";
import { startUpstream, type Upstream } from "./start-upstream.ts";
import { resourceId } from "./timekit-bodies.ts";

let file = "";
let upstream: Upstream;

beforeAll(async () => {
  file = await bundleBroker("node");
}, 60_000);

afterEach(() => upstream.close());

const collect = (stream: NodeJS.ReadableStream | null | undefined): (() => string) => {
  let text = "";
  stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
};

/** Runs the program in a shell, as `timekit-broker | head -1`; the third descriptor tells its process id. */
const runIntoHead = (redirection: string) => {
  const program = `sh -c 'echo $$ >&3; exec "$0" "$1"' "$0" "$1" ${redirection} | head -1`;
  const shell = spawn("sh", ["-c", program, process.execPath, file], {
    // With its resources listed, it warns of nothing before it says where it listens.
    env: { ...toProcessVariables(upstream.url), RESOURCE_IDS: resourceId, PATH: process.env["PATH"] },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, stdout, stderr, id] = shell.stdio;
  return {
    stdout: collect(stdout),
    stderr: collect(stderr),
    id: collect(id as NodeJS.ReadableStream),
    ended: new Promise<void>((resolve) => shell.once("close", () => resolve())),
  };
};

test.each(["", "2>&1"])("goes on answering when the reader of its log has gone: %s", async (redirection) => {
  upstream = await startUpstream();
  const { stdout, stderr, id, ended } = runIntoHead(redirection);
  await expect.poll(stdout, { timeout: 10_000 }).toContain("\n");
  const { url }: { url: string } = JSON.parse(stdout());
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) {
    statuses.push((await fetch(url + grantPath, fromPage)).status);
    // The line about it is written after the answer.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  process.kill(Number(id()), "SIGTERM");
  await ended;
  expect(stderr()).toBe("");
});
