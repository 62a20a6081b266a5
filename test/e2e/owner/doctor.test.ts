import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorld, type World } from "../world/open-world.ts";
import { ownerFile } from "../../tools/dist.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** The one table that a page with `data-debug` prints. */
const readTable = async (options: Parameters<World["openPage"]>[0]): Promise<string> => {
  const { printed, close } = await world.openPage({ ...options, tag: { debug: "" } });
  const tables = (): readonly string[] => printed.filter((line) => line.includes("mounted by"));
  await expect.poll(tables, { timeout: 20_000 }).toHaveLength(1);
  await close();
  return tables()[0] ?? "";
};

it("data-debug prints one table of what was found and decided, from the owners' file, without a token", async () => {
  const table = await readTable({ config: { apiToken: "canary", name: "Shop" } });
  expect(table).toMatch(/^info: \[timekit-embed\] /);
  expect(table).toMatch(/mounted by +a script tag, the running script\n/);
  expect(table).toMatch(/resourceId +[0-9a-f-]{36} \(data-resource-id\)\n/);
  expect(table).toMatch(/config +.*apiToken/);
  expect(table).toMatch(/libraries +none that matter/);
  expect(table).toMatch(/browser +has every feature that is used\n/);
  expect(table).toMatch(/outcome +ready$/);
  expect(table).not.toContain("canary");
});

it("a broker that answers, but not to this page, is told from one that does not", async () => {
  const mute = () => new Response("{}", { headers: { "content-type": "application/json" } });
  expect(await readTable({ broker: mute })).toMatch(
    /outcome +broker\/unreachable\nbroker +answers, but not to this page\n +→ add http:/,
  );
  const hidden = () =>
    new Response("{}", { status: 403, headers: { "cross-origin-resource-policy": "same-origin" } });
  expect(await readTable({ broker: hidden })).toMatch(
    /outcome +broker\/unreachable\nbroker +does not answer this page\n +→ run curl -i -H 'Origin: http:[^']+' 'http:[^']+\?resource_id=[0-9a-f-]{36}': if its status is 403/,
  );
});

it("without data-debug nobody asks for the owners' file", async () => {
  const { requests, reaches, close } = await world.openPage();
  await reaches("ready");
  expect(requests.filter((request) => request.url().includes(ownerFile))).toEqual([]);
  await close();
});
