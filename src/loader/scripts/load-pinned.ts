import { LoaderError, toLoaderError } from "../errors.ts";
import type { Page } from "../page.ts";
import { causes } from "../sentences.ts";
import { loadScript, type ToScriptUrl } from "./load-script.ts";

/** What the loading of scripts takes from the rest of the loader. */
interface LoadingContext {
  readonly page: Page;
  readonly toScriptUrl: ToScriptUrl;
  /** Gives a failure a more exact sentence where its cause is known. */
  readonly explain: (error: LoaderError, url: string) => LoaderError;
}

/** A file that stands beside the loader, and what its script leaves in its element. */
export interface PinnedFile<Tools> {
  /** `sha384-…` */
  readonly integrity: string;
  /** The property of the script element that holds the tools. */
  readonly property: string;
  /** One of the tools, without which the file is of no use. */
  readonly tool: keyof Tools & string;
}

export interface ScriptSource {
  readonly url: string;
  readonly nonce: string | undefined;
}

/** `retryMs` is doubled for each attempt and then drawn by lot, so that pages do not come back all at once. */
const limits = { attempts: 3, attemptMs: 10_000, totalMs: 20_000, retryMs: 300 } as const;

/**
 * Creates the loading of one file: at most three attempts of 10 s, 20 s in all. All embeds share one load, since
 * each evaluation of v1 adds 33 kB of styles; a failed one is forgotten, so that a retry loads again.
 */
export const createLoadPinned = <Tools>(
  { integrity, property, tool }: PinnedFile<Tools>,
  { page, toScriptUrl, explain }: LoadingContext,
): ((source: ScriptSource) => Promise<Tools>) => {
  let shared: Promise<Tools> | undefined;

  /** @throws LoaderError `vendor/unusable` when the script has left nothing, or only its error. */
  const readTools = (script: HTMLScriptElement, { url }: ScriptSource): Tools => {
    const tools = (script as unknown as Partial<Record<string, Tools>>)[property];
    if (!tools?.[tool]) throw new LoaderError("vendor/unusable", url);
    return tools;
  };

  const load = async (source: ScriptSource, endsAt: number, attempt: number): Promise<Tools> => {
    try {
      const timeoutMs = Math.min(limits.attemptMs, endsAt - page.now());
      return readTools(
        await loadScript({ ...source, integrity, timeoutMs }, page.document, toScriptUrl),
        source,
      );
    } catch (error) {
      const delayMs = Math.random() * limits.retryMs * 2 ** attempt;
      if (attempt === limits.attempts || page.now() + delayMs >= endsAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return load(source, endsAt, attempt + 1);
    }
  };

  /** @throws the failure, with what is known of its cause. */
  const fail = async (cause: unknown, url: string): Promise<never> => {
    const error = toLoaderError(cause, "vendor/unusable", url);
    const explained = explain(error, url);
    if (explained !== error || error.code !== "vendor/blocked") throw explained;
    const missing = await findMissing(url, page);
    throw missing ? new LoaderError(error.code, url, { sentence: `% did not load. ${missing}` }) : error;
  };

  return (source) => {
    shared ??= load(source, page.now() + limits.totalMs, 1)
      .catch((error: unknown) => fail(error, source.url))
      .catch((error: unknown) => {
        shared = undefined;
        throw error;
      });
    return shared;
  };
};

const patienceMs = 3000;

/**
 * Why a script did not load, in a sentence, as far as a page may know: asks for it once more, first as the script
 * element did, then so that nothing of the answer can be read. Undefined where that does not tell.
 */
export const findMissing = async (
  url: string,
  { fetch }: Pick<Page, "fetch">,
): Promise<string | undefined> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patienceMs);
  const ask = async (mode: RequestMode): Promise<Response | undefined> => {
    try {
      return await fetch(url, { mode, credentials: "omit", signal: controller.signal });
    } catch {
      // That is an answer too.
      return undefined;
    }
  };
  try {
    const answer = await ask("cors");
    // Whether the file is there, a page may not know then.
    if (!answer) return (await ask("no-cors")) && causes.unreadable;
    if (!answer.ok) return causes.absent(answer.status);
    const type = answer.headers.get("content-type") ?? "";
    return /^\s*(text|application)\/(x-)?(java|ecma)script/i.test(type) ? causes.changed : causes.badType;
  } finally {
    clearTimeout(timer);
    // The file itself is of no interest.
    controller.abort();
  }
};
