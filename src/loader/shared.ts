import type { Grant } from "../contract/grant.ts";
import type { TargetQuery } from "./config/find-target.ts";
import type { FoundBy } from "./config/find-tags.ts";
import type { Options } from "./config/options.ts";
import type { Embed } from "./embed.ts";
import type { Explain } from "./explain.ts";
import type { OwnerTools } from "./owner-tools.ts";
import type { OldLines } from "./old-lines.ts";
import type { Page, Undo } from "./page.ts";
import type { NoticeMemory } from "./parts/notice-memory.ts";
import type { ScriptSource } from "./scripts/load-pinned.ts";
import type { Asker, GrantWish } from "./token/queue-grants.ts";
import type { Vendor } from "./vendor.ts";
import type { Blocked } from "./watch-policy.ts";

/** What all embeds of a page share. */
export interface Shared {
  readonly page: Page;
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly explain: Explain;
  /** What the page's policy has stopped so far. */
  readonly blocked: Blocked;
  readonly noticeMemory: NoticeMemory;
  readonly fetchGrant: (wish: GrantWish) => Promise<Grant>;
  readonly loadVendor: (source: ScriptSource) => Promise<Vendor>;
  readonly loadOwnerTools: (source: ScriptSource) => Promise<OwnerTools>;
  /** The element to fill; undefined while none is there and the DOM is still being parsed. */
  readonly findTarget: (query: Pick<TargetQuery, "target" | "tag" | "createTarget">) => Element | undefined;
  readonly oldLines: OldLines;
  /** Destroys an embed whose elements somebody else has taken away. */
  readonly drop: (handle: EmbedHandle) => void;
  readonly onDestroyed: (handle: EmbedHandle) => void;
}

export interface EmbedRequest {
  readonly options: Options;
  readonly asker: Asker;
  /** The script tag that asks for the calendar. */
  readonly tag: HTMLScriptElement | undefined;
  /** How that tag was found. */
  readonly foundBy: FoundBy | undefined;
  /** Where the vendor file is; undefined where nothing says it. */
  readonly vendorUrl: string | undefined;
  /** Where the owners' file is: beside the loader, or beside the vendor file where an option says where that is. */
  readonly ownerUrl: string;
  readonly nonce: string | undefined;
}

/** An embed, and how the loader tells it that the page has grown. */
export interface EmbedHandle {
  readonly asker: Asker;
  readonly embed: Embed;
  readonly look: () => void;
  /** Starts what the embed does; call it once it is in the list of embeds. */
  readonly begin: () => void;
  /** True where somebody else has taken our elements away. */
  readonly isLost: () => boolean;
  /** Leaves the page as if it was not there, until it is called back. */
  readonly withdraw: () => Undo;
}
