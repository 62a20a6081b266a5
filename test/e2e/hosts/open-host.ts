import type { Frame, Page } from "playwright-core";
import { vendorFile } from "../../tools/dist.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Visit } from "../world/open-visit.ts";
import type { World } from "../world/open-world.ts";
import type { HostPage } from "./host-page.ts";
import { sampleGlobals } from "./sample-globals.ts";

/** A host page that is open. */
export interface HostVisit extends Visit {
  readonly world: World;
  /** Where the loader runs. */
  readonly frame: Frame;
  /** How often the vendor file and a token were asked for so far. */
  readonly countAsked: () => { readonly vendor: number; readonly token: number };
}

/** Opens a host page, watched from before its first script. */
export const openHost = async (world: World, host: HostPage): Promise<HostVisit> => {
  const { files, ...options } = host;
  const visit = await world.openPage({
    resourceId: resourceIds.twelveSlots,
    ...options,
    files: files?.(world) ?? {},
    prepare: async (page, context) => {
      await context.addInitScript(sampleGlobals);
      await host.prepare?.(page, context);
    },
  });
  const count = (ending: string): number =>
    visit.requests.filter((request) => new URL(request.url()).pathname.endsWith(ending)).length;
  return {
    ...visit,
    world,
    frame: await findFrame(visit.page, host.frame),
    countAsked: () => ({ vendor: count(vendorFile), token: count("/client-token") }),
  };
};

const findFrame = async (page: Page, selector: string | undefined): Promise<Frame> => {
  if (selector === undefined) return page.mainFrame();
  const element = await page.waitForSelector(selector, { state: "attached" });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`${selector} holds no frame`);
  return frame;
};
