import type { Embed } from "./events.ts";
import type { FoundBy } from "./discovery/tags.ts";
import type { LoaderError } from "./errors.ts";
import type { CspViolations } from "./explain.ts";
import type { Options } from "./options/options.ts";
import { type Page, print } from "./page.ts";
import type { ScriptSource } from "./scripts/load-pinned.ts";
import type { ConfigLayer } from "./vendor.ts";

/** What the owners' file gives; it is fetched only when an owner asks for one of these. */
export interface OwnerTools {
  /** Opens the dialog that says what v2 needs; does nothing where it is open or its place is gone. */
  readonly openGuide: (request: GuideRequest) => undefined;
  /** What the notice tells an owner whose page still loads v1 itself. */
  readonly describeOldLines: (request: OldLinesRequest) => string;
  /** Prints a table of what was found, decided and is missing; resolves when nothing more is to be said. */
  readonly examine: (request: ExamineRequest) => Promise<undefined>;
}

/** An embed with `data-debug`, and the page around it. */
export interface ExamineRequest {
  readonly page: Page;
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly violations: CspViolations;
  readonly options: Options;
  readonly tag: HTMLScriptElement | undefined;
  readonly foundBy: FoundBy | undefined;
  readonly embed: Embed;
}

export interface OldLinesRequest extends Pick<GuideRequest, "lang" | "words"> {
  readonly lines: readonly string[];
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

/** What using the owners' file takes of the loader's services. */
export interface OwnerToolsContext extends Pick<ExamineRequest, "page" | "baseUrl" | "violations"> {
  readonly loadOwnerTools: (source: ScriptSource) => Promise<OwnerTools>;
}

/** Where the owners' file is. */
export interface OwnerFile {
  readonly ownerUrl: string;
  readonly nonce: string | undefined;
}

/**
 * Fetches the owners' file and uses it. Never rejects, and tells no event, since the calendar needs none of it: what
 * went wrong is printed, and is what the promise resolves with.
 */
export const withOwnerTools = (
  file: OwnerFile,
  services: OwnerToolsContext,
  use: (tools: OwnerTools) => Promise<undefined> | undefined,
): Promise<string | undefined> =>
  services
    .loadOwnerTools({ url: file.ownerUrl, nonce: file.nonce })
    .then(use)
    .catch(({ code, message }: LoaderError) => {
      print(services.page.console, "error", code, message);
      return message;
    });

/** Prints what the owners' file says of this embed. Never rejects. */
export const examine = (
  request: OwnerFile & Pick<ExamineRequest, "options" | "tag" | "foundBy">,
  services: OwnerToolsContext,
  embed: Embed,
): Promise<unknown> =>
  withOwnerTools(request, services, (tools) => tools.examine({ ...services, ...request, embed }));
