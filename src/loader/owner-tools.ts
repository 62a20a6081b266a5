import type { FoundBy } from "./config/find-tags.ts";
import type { Options } from "./config/options.ts";
import type { Embed } from "./embed.ts";
import type { Page } from "./page.ts";
import type { ConfigLayer } from "./vendor.ts";
import type { Blocked } from "./watch-policy.ts";

/** What the owners' file gives; it is fetched only when an owner asks for one of these. */
export interface OwnerTools {
  /** Opens the dialog that says what v2 needs; does nothing where it is open or its place is gone. */
  readonly openGuide: (request: GuideRequest) => undefined;
  /** Prints a table of what was found, decided and is missing; resolves when nothing more is to be said. */
  readonly examine: (request: ExamineRequest) => Promise<undefined>;
}

/** An embed with `data-debug`, and the page around it. */
export interface ExamineRequest {
  readonly page: Page;
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly blocked: Blocked;
  readonly options: Options;
  readonly tag: HTMLScriptElement | undefined;
  readonly foundBy: FoundBy | undefined;
  readonly embed: Embed;
}

export interface GuideRequest {
  /** Where the dialog is put; the focus goes back to what had it in there. */
  readonly root: ShadowRoot;
  /** The page's Booking.js v1 options, weakest first. */
  readonly layers: readonly ConfigLayer[];
  readonly resourceId?: string;
  /** Timekit's page on moving to v2, or the owner's own. */
  readonly upgradeUrl: string;
  /** BCP 47 language of the words, as the owner or the page states it. */
  readonly lang: string;
  /** Words of the page, over ours. */
  readonly words: Readonly<Record<string, string>>;
  readonly onCopied: () => void;
}
