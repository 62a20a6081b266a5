import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("fill-tables.ts", import.meta.url));

const mebibyte = 2 ** 20;

test("a million clients and a hundred thousand resources of either kind leave at most 20 MB", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--import", "tsx", program]);
  const heaps: Record<string, number> = JSON.parse(stdout);
  process.stdout.write(`${stdout}\n`);
  const { warm = 0, clients = 0, moreClients = 0, found = 0, moreFound = 0, none = 0, moreNone = 0 } = heaps;

  expect(warm).toBeGreaterThan(0);
  expect(moreNone - warm).toBeLessThanOrEqual(20 * mebibyte);
  // Each table is full: more of its kind add nothing.
  for (const [full, after] of [
    [clients, moreClients],
    [found, moreFound],
    [none, moreNone],
  ] as const)
    expect(after - full).toBeLessThan(mebibyte);
}, 1_800_000);
