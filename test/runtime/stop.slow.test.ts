import { beforeAll, expect, test } from "vitest";
import { bundleBroker } from "./bundle-broker.ts";
import { stopUnderLoad } from "./stop-under-load.ts";

let file = "";

beforeAll(async () => {
  file = await bundleBroker("node");
}, 60_000);

test.each(Array.from({ length: 20 }, (_, index) => 50 + 47 * index))(
  "SIGTERM after %d ms under load loses no answer",
  async (afterMs) => {
    const { sent, ...stop } = await stopUnderLoad(file, afterMs);
    expect(stop).toEqual({ exitCode: 0, lost: 0, leaks: [] });
    expect(sent).toBeGreaterThan(0);
  },
);
