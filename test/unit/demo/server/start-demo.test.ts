import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readEnvironment } from "../../../../demo/server/read-environment.ts";
import { startBroker } from "../../../../demo/server/start-broker.ts";

const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";

describe("the demo's environment", () => {
  test.each([
    ["nothing", {}, { pagePorts: [5180, 0] }],
    ["a port", { PORT: "4000" }, { pagePorts: [4000] }],
    [
      "a real account",
      { TIMEKIT_API_KEY: "key", TIMEKIT_RESOURCE_ID: resourceId },
      { pagePorts: [5180, 0], real: { apiKey: "key", resourceId } },
    ],
  ])("with %s is understood", (_, variables, expected) => {
    expect(readEnvironment(variables)).toEqual(expected);
  });

  test.each([
    ["a port that is no number", { PORT: "http" }, "PORT"],
    ["a port beyond the last", { PORT: "65536" }, "PORT"],
    ["a key alone", { TIMEKIT_API_KEY: "canary" }, "TIMEKIT_RESOURCE_ID"],
    ["a resource alone", { TIMEKIT_RESOURCE_ID: resourceId }, "TIMEKIT_API_KEY"],
    ["a resource that is no UUID", { TIMEKIT_API_KEY: "canary", TIMEKIT_RESOURCE_ID: "canary" }, "UUID"],
  ])("with %s is refused by name, without the value", (_, variables, named) => {
    expect(() => readEnvironment(variables)).toThrow(named);
    expect(() => readEnvironment(variables)).not.toThrow("canary");
  });
});

describe("the broker", () => {
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
});
