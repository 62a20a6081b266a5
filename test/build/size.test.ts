import { expect, it } from "vitest";
import { readDist } from "../tools/dist.ts";
import { measure } from "../tools/measure.ts";
import { buildFloor } from "./build-floor.ts";

const limitBytes = 19_500;

it(`loader.js is at most ${limitBytes} bytes in brotli`, async () => {
  const loader = measure(await readDist("loader.js"));
  const floor = measure(await buildFloor());
  process.stdout.write(
    `loader.js: ${loader.plain} bytes, gzip ${loader.gzip}, brotli ${loader.brotli} (limit ${limitBytes}); ` +
      `Preact and ky alone: ${floor.plain} bytes, gzip ${floor.gzip}, brotli ${floor.brotli}\n`,
  );

  expect(floor.brotli).toBeGreaterThan(5_000);
  expect(floor.brotli).toBeLessThan(loader.brotli);
  expect(loader.brotli).toBeLessThanOrEqual(limitBytes);
});
