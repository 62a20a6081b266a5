import type { Conditions } from "./networks.ts";
import type { Bench } from "./open-bench.ts";
import { openPage } from "./open-page.ts";

/** What one visit was like. */
export interface Visit {
  readonly firstSlotMs: number;
  readonly shift: number;
}

/** Opens a page as a visitor who has never been there; rejects if no free time is shown. */
export const visitCold = async (bench: Bench, path: string, conditions: Conditions): Promise<Visit> => {
  const { session, open, read, close } = await openPage(bench);
  try {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: conditions.latencyMs,
      downloadThroughput: conditions.bytesPerSecond,
      uploadThroughput: conditions.bytesPerSecond,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: conditions.cpuSlowdown });
    const { firstSlotMs = Number.NaN } = await open(path);
    // What is drawn late may still move the page.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { firstSlotMs, shift: (await read()).shift };
  } finally {
    await close();
  }
};
