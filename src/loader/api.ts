import type { Embed } from "./events.ts";
import { createDeferred } from "./deferred.ts";
import { LoaderError } from "./errors.ts";
import type { MountOptions } from "./options/options.ts";

/** `window.TimekitEmbed`, and what the module exports. */
export interface Api {
  /** The loader's version, as `1.2.3`. */
  readonly version: string;
  /**
   * Mounts a calendar. Never throws: at worst the embed has failed, and says why. For a target that is mounted
   * already, the embed that is there. Options that are left out come from the script tag.
   */
  readonly mount: (options: MountOptions) => Embed;
  /** The calendars that are mounted now. */
  readonly embeds: readonly Embed[];
  /** Runs the callback now; before the loader is there, an array in its place keeps callbacks for it. */
  readonly push: (callback: (api: Api) => void) => void;
}

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
      start: nothing,
      retry: nothing,
      destroy: nothing,
    };
  },
  push: () => undefined,
});
