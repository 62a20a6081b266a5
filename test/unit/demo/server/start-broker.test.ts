import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { startBroker } from "../../../../demo/server/start-broker.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** The path of a program that runs this. */
const program = async (source: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "demo-broker-"));
  folders.push(folder);
  const entry = join(folder, "program.mjs");
  await writeFile(entry, source);
  return entry;
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    // Nobody has this id any more.
    return false;
  }
};

test("a broker is up when it says where it listens", async () => {
  const entry = await program(`
    console.log("not a log line");
    console.log(JSON.stringify({ level: "info", url: "http://127.0.0.1:" + process.env.PORT + "/" }));
    console.log(JSON.stringify({ pid: process.pid, path: process.env.PATH ?? "none" }));
    setInterval(() => {}, 1000);
  `);
  const broker = await startBroker({ entry, environment: { PORT: "4711" } });
  expect(broker.origin).toBe("http://127.0.0.1:4711");
  await expect.poll(() => broker.lines.length).toBe(3);
  expect(broker.lines[2]).toContain('"path":"none"');

  const pid = Number(/"pid":(\d+)/.exec(broker.lines[2] ?? "")?.[1]);
  expect(isAlive(pid)).toBe(true);
  await broker.close();
  expect(isAlive(pid)).toBe(false);
  await broker.close();
});

test("a broker that ends at once is an error in its own words", async () => {
  const entry = await program(`
    console.error("timekit-broker: ALLOWED_ORIGINS must not be empty.");
    process.exitCode = 1;
  `);
  await expect(startBroker({ entry, environment: {} })).rejects.toThrow(
    "The broker has ended. timekit-broker: ALLOWED_ORIGINS must not be empty.",
  );
});

test("a broker that will not stop is ended all the same", async () => {
  const entry = await program(`
    process.on("SIGTERM", () => {});
    console.log(JSON.stringify({ url: "http://127.0.0.1:1", pid: process.pid }));
    setInterval(() => {}, 1000);
  `);
  const broker = await startBroker({ entry, environment: {}, insistAfterMs: 50 });
  const pid = Number(/"pid":(\d+)/.exec(broker.lines[0] ?? "")?.[1]);
  await broker.close();
  expect(isAlive(pid)).toBe(false);
});
