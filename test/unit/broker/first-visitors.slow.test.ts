import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBroker } from "../../../src/broker/index.ts";
import { granting, idNumber, absent } from "./clockwork-world.ts";

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

const isMadeUp = (id: string): boolean => id < idNumber(1_000_000);

/** A fresh broker that knows no resource, before a Timekit that takes 50 ms. */
const open = () => {
  const sentAtMs: number[] = [];
  const startMs = Date.now();
  const broker = createBroker(
    {
      timekitApiKey: "key",
      allowedOrigins: "https://www.example.com",
      timekitApp: "app",
      trustedProxyHops: 1,
    },
    {
      log: () => undefined,
      fetch: async (url) => {
        sentAtMs.push(Date.now() - startMs);
        await new Promise((resolve) => setTimeout(resolve, 50));
        const id = new URL(url).pathname.split("/").at(-1) ?? "";
        return isMadeUp(id) ? absent() : granting(id);
      },
    },
  );
  const ask = async (address: string, id: string) => {
    const askedAtMs = Date.now();
    const request = new Request(`https://broker.example/client-token?resource_id=${id}`, {
      headers: { Origin: "https://www.example.com", "X-Forwarded-For": address },
    });
    const { status: answered } = await broker.fetch(request, { clientAddress: "127.0.0.1" });
    return { answered, tookMs: Date.now() - askedAtMs };
  };
  return { ask, sentAtMs };
};

test.each([
  ["six addresses", 6],
  ["a hundred addresses", 100],
])(
  "%s that ask for made-up ids do not keep first visitors from their token",
  async (_who, addresses) => {
    const { ask, sentAtMs } = open();
    const visits: Promise<{ answered: number; tookMs: number }>[] = [];
    let madeUp = 0;
    const end = Date.now() + 8000;
    // Each address uses its 120 requests a minute up, and the first of them come at once.
    for (let tick = 0; Date.now() < end; tick += 1) {
      for (let address = 0; address < addresses; address += 1)
        if (tick < 5 || tick % 5 === address % 5) void ask(`198.51.100.${address}`, idNumber((madeUp += 1)));
      if (tick >= 5 && tick % 5 === 0 && visits.length < 12)
        visits.push(ask(`203.0.113.${tick}`, idNumber(1_000_000 + tick)));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    const served = (await Promise.all(visits)).filter(
      (visit) => visit.answered === 200 && visit.tookMs <= 2000,
    );
    expect([visits.length, served.length]).toEqual([12, 12]);
    for (const [index, atMs] of sentAtMs.entries())
      expect((sentAtMs[index + 5] ?? Number.POSITIVE_INFINITY) - atMs).toBeGreaterThanOrEqual(1000);
  },
  60_000,
);
