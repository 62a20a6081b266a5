import { resourceIds } from "../../../demo/timekit/world.ts";
import { ownerFile } from "../../tools/dist.ts";
import type { Visit } from "../world/open-visit.ts";
import type { World } from "../world/open-world.ts";
import type { PageOptions } from "../world/write-page.ts";

/** A calendar in the browser of an owner. */
export interface OwnerVisit extends Visit {
  /** How often the owners' file was asked for so far. */
  readonly countAsked: () => number;
}

/** Opens a page and waits for its calendar, by default in a browser in which the owner has opted in. */
export const openOwnerPage = async (
  world: World,
  { isOwner = true, ...options }: PageOptions & { readonly isOwner?: boolean } = {},
): Promise<OwnerVisit> => {
  const visit = await world.openPage({
    resourceId: resourceIds.noSlots,
    ...options,
    prepare: async (page, context) => {
      // What `?timekit-notice=owner` leaves.
      if (isOwner)
        await context.addInitScript(() => {
          try {
            localStorage.setItem("timekit-embed:owner", "owner");
          } catch {
            // A frame without storage is none that an owner can opt in.
          }
        });
      await options.prepare?.(page, context);
    },
  });
  await visit.reaches("ready");
  return {
    ...visit,
    countAsked: () =>
      visit.requests.filter(
        (request) =>
          new URL(request.url()).pathname.endsWith(ownerFile) && request.resourceType() === "script",
      ).length,
  };
};
