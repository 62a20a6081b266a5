import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { expectNoTraceAfterwards, expectPageUnharmed, expectShown } from "../e2e/hosts/expect-host.ts";
import type { HostPage } from "../e2e/hosts/host-page.ts";
import { listHosts } from "../e2e/hosts/list-hosts.ts";
import { openServers, type Servers } from "../e2e/world/open-servers.ts";
import type { Engine } from "./engine.ts";
import { expectMainJob } from "./expect-main-job.ts";
import { openEngineHost } from "./open-engine-host.ts";

// What a page asks of Playwright, no other driver can do.
const hosts = listHosts().filter(
  ({ page }) => !page.act && !page.prepare && !page.context && page.frame === undefined,
);

/** The main job, and every host page that needs no more than an engine, with the same expectations as in Chromium. */
export const expectEngine = (launch: () => Promise<Engine>): void => {
  let servers: Servers;
  let engine: Engine;
  beforeAll(async () => {
    servers = await openServers();
    engine = await launch();
  });
  afterAll(async () => {
    await engine.close();
    await servers.close();
  });

  const expectHost = async (page: HostPage): Promise<void> => {
    const { look } = await openEngineHost(servers, engine, page);
    await expectShown(page, await look());
    // These browsers tell of a request once it is over.
    await vi.waitFor(async () => expectPageUnharmed(page, await look()), { timeout: 10_000, interval: 100 });
    await expectNoTraceAfterwards(page, await look());
  };

  it("there are more than sixty host pages for other engines, as README says", () => {
    expect(hosts.length).toBeGreaterThan(60);
  });

  describe("the loader is at home, and leaves the page alone", () => {
    it.each(hosts)("$situation", ({ page }) => expect(expectHost(page)).resolves.toBeUndefined());
  });

  // It comes last: one of the twelve times is taken then.
  it("a visitor books a free time", () => expect(expectMainJob(servers, engine)).resolves.toBeUndefined());
};
