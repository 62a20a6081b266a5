import { afterEach, expect } from "vitest";
import type { BrokerSettings } from "../../src/broker/index.ts";
import { type BrokerWorld, createBrokerWorld, type StartBroker } from "./broker-world.ts";
import { addGrantTests } from "./suite/grant.ts";
import { addLogTests } from "./suite/log.ts";
import { addRefusalTests } from "./suite/refusals.ts";
import { addRetryTests } from "./suite/retries.ts";
import { addUpstreamTests } from "./suite/upstream.ts";

/** Opens a world that is closed, and searched for leaked secrets, after the test. */
export type OpenWorld = (settings?: Partial<BrokerSettings>) => Promise<BrokerWorld>;

/** The behaviour that is the same on every platform. */
export const addBrokerTests = (startBroker: StartBroker): void => {
  const worlds: BrokerWorld[] = [];

  const open: OpenWorld = async (settings) => {
    const world = await createBrokerWorld(startBroker, settings);
    worlds.push(world);
    return world;
  };

  afterEach(async () => {
    for (const world of worlds.splice(0)) {
      const leaks = await world.findLeaks();
      await world.close();
      expect(leaks).toEqual([]);
    }
  });

  addGrantTests(open);
  addRefusalTests(open);
  addUpstreamTests(open);
  addRetryTests(open);
  addLogTests(open);
};
