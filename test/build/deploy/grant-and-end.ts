import { expect } from "vitest";
import { fromPage, grantPath } from "../../runtime/broker-world.ts";
import { findLeaks } from "../../runtime/find-leaks.ts";
import type { BrokerProcess } from "../../runtime/start-process.ts";
import type { Upstream } from "../../runtime/start-upstream.ts";

/** Asks the broker once, ends it as its supervisor would, and looks for secrets in all that it said. */
export const grantAndEnd = async (broker: BrokerProcess, upstream: Upstream): Promise<void> => {
  const response = await fetch((await broker.url) + grantPath, fromPage);
  expect(response.status).toBe(200);
  expect(findLeaks(await response.text())).toEqual([]);
  broker.signal("SIGTERM");
  expect(await broker.ended).toBe(0);
  await upstream.close();
  expect(findLeaks(broker.stdout() + broker.stderr())).toEqual([]);
};
