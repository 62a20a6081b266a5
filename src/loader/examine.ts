import type { Embed } from "./embed.ts";
import type { EmbedRequest, Shared } from "./shared.ts";
import { useOwnerTools } from "./use-owner-tools.ts";

/** Prints what the owners' file says of this embed. Never rejects. */
export const examine = (request: EmbedRequest, shared: Shared, embed: Embed): Promise<unknown> =>
  useOwnerTools(request, shared, (tools) => tools.examine({ ...shared, ...request, embed }));
