import { readLayers } from "./read-page-config.ts";
import type { EmbedRequest, Shared } from "./shared.ts";

/**
 * Fetches the owners' file and opens its dialog in this root.
 * @throws LoaderError `vendor/…` where the file cannot be had.
 */
export const openGuide = async (
  { options, ownerUrl, nonce }: EmbedRequest,
  { page, loadOwnerTools }: Shared,
  root: ShadowRoot,
  onCopied: () => void,
): Promise<undefined> => {
  const { openGuide } = await loadOwnerTools({ url: ownerUrl, nonce });
  openGuide({ ...options, root, layers: readLayers(page.window, options.configs), onCopied });
  return undefined;
};
