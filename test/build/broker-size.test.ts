import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { createBroker as CreateBroker } from "../../src/broker/index.ts";
import { distFolder, readDist } from "../tools/dist.ts";
import { measure } from "../tools/measure.ts";

const limitBytes = 12_750;

it.each(["broker/index.js", "broker/worker.js"])(
  `%s is at most ${limitBytes} bytes in gzip`,
  async (name) => {
    const { plain, gzip } = measure(await readDist(name));
    process.stdout.write(`${name}: ${plain} bytes, gzip ${gzip} (limit ${limitBytes})\n`);
    expect(gzip).toBeLessThanOrEqual(limitBytes);
  },
);

it("errors keep their names, whatever the build shortens", async () => {
  const { createBroker }: { createBroker: typeof CreateBroker } = await import(
    pathToFileURL(join(distFolder, "broker/index.js")).href
  );
  expect(() => createBroker({ timekitApiKey: "", allowedOrigins: "" })).toThrow(
    expect.objectContaining({ name: "SettingsError", message: expect.stringContaining("TIMEKIT_API_KEY") }),
  );
  const code = (await readDist("broker/worker.js")).toString();
  expect(["SettingsError", "Refusal", "UpstreamError"].filter((name) => !code.includes(`"${name}"`))).toEqual(
    [],
  );
});
