import type { Api } from "./api.ts";
import type { Embed } from "./embed.ts";
import { createDeferred } from "./deferred.ts";
import { LoaderError } from "./errors.ts";

/** The API where there is no document, as on a server: it does nothing, and says so of what is mounted. */
export const createDetachedApi = (): Api => ({
  version: __VERSION__,
  embeds: [],
  mount: ({ resourceId }): Embed => {
    const ready = createDeferred();
    ready.reject(new LoaderError("browser/unsupported", "a document"));
    const nothing = (): void => undefined;
    return {
      resourceId,
      target: null,
      state: "failed",
      ready: ready.promise,
      widget: null,
      retry: nothing,
      destroy: nothing,
    };
  },
  push: () => undefined,
  adopt: () => undefined,
});
