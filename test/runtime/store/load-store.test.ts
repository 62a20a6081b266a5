import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { bundleBroker } from "../bundle-broker.ts";
import { type BrokerProcess, startProcess, toProcessVariables } from "../start-process.ts";

let file = "";
let broker: BrokerProcess | undefined;

beforeAll(async () => {
  file = await bundleBroker("node");
  await writeFile(join(dirname(file), "redis.js"), 'throw new Error("the code of a store was loaded");');
}, 60_000);

afterEach(async () => {
  broker?.signal("SIGKILL");
  await broker?.ended;
});

test("without STORE_URL the server starts, and no code of a store is loaded", async () => {
  broker = startProcess(file, toProcessVariables("http://127.0.0.1:9"));
  expect(await broker.url).toMatch(/^http:/);
});

test("with it that code is loaded", async () => {
  const variables = { ...toProcessVariables("http://127.0.0.1:9"), STORE_URL: "redis://127.0.0.1:9" };
  broker = startProcess(file, variables);
  broker.url.catch(() => undefined);
  await broker.ended;
  expect(broker.stderr()).toContain("the code of a store was loaded");
});
