import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../world/open-world.ts";
import { expectCalendars, expectNoTraceAfterwards, expectPageUnharmed } from "./expect-host.ts";
import { type HostPage, openHost } from "./host-page.ts";
import { listHosts } from "./list-hosts.ts";

const hosts = listHosts();

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const expectHost = async (page: HostPage): Promise<void> => {
  const visit = await openHost(world, page);
  try {
    await expectCalendars(page, visit);
    await expectPageUnharmed(page, visit);
    await expectNoTraceAfterwards(page, visit);
  } finally {
    await visit.close();
  }
};

describe.concurrent("the loader is at home, and leaves the page alone", { timeout: 60_000 }, () => {
  it.each(hosts)("$situation", ({ page }) => expect(expectHost(page)).resolves.toBeUndefined());
});
