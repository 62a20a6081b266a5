import type { FoundBy } from "./config/find-tags.ts";
import type { MountOptions } from "./config/options.ts";
import type { Embed } from "./embed.ts";

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
  /** Takes over the tags of a later copy of the loader. Not for pages. */
  readonly adopt: (tags: readonly HTMLScriptElement[], foundBy?: FoundBy) => void;
}
