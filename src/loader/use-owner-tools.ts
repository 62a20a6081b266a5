import type { LoaderError } from "./errors.ts";
import type { OwnerTools } from "./owner-tools.ts";
import { print } from "./print.ts";
import type { EmbedRequest, Shared } from "./shared.ts";

/**
 * Fetches the owners' file and uses it. Never rejects, and tells no event, since the calendar needs none of it: what
 * went wrong is printed, and is what the promise resolves with.
 */
export const useOwnerTools = (
  request: EmbedRequest,
  shared: Shared,
  use: (tools: OwnerTools) => Promise<undefined> | undefined,
): Promise<string | undefined> =>
  shared
    .loadOwnerTools({ url: request.ownerUrl, nonce: request.nonce })
    .then(use)
    .catch(({ code, message }: LoaderError) => {
      print(shared.page.console, "error", code, message);
      return message;
    });
