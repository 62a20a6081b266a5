import type { Embed } from "./embed.ts";
import type { LoaderError } from "./errors.ts";
import { print } from "./print.ts";
import type { EmbedRequest, Shared } from "./shared.ts";

/** Fetches the owners' file, and prints what it says of this embed. Never rejects: the calendar needs none of it. */
export const examine = async (
  { options, tag, foundBy, ownerUrl, nonce }: EmbedRequest,
  { page, blocked, loadOwnerTools }: Shared,
  embed: Embed,
): Promise<void> => {
  try {
    const tools = await loadOwnerTools({ url: ownerUrl, nonce });
    await tools.examine({ page, blocked, options, tag, foundBy, embed });
  } catch (error) {
    const { code, message } = error as LoaderError;
    print(page.console, "error", code, message);
  }
};
