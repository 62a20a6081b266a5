import type { Page } from "../page.ts";

const patienceMs = 3000;

/**
 * What a script that did not load lacks, as far as a page may know: asks for it once more, first as the script
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
    if (!answer) return (await ask("no-cors")) && "Access-Control-Allow-Origin: *";
    if (!answer.ok) return `the file (status ${answer.status})`;
    const type = answer.headers.get("content-type") ?? "";
    return /^\s*(text|application)\/(x-)?(java|ecma)script/i.test(type)
      ? "the bytes of this version"
      : "a JavaScript Content-Type";
  } finally {
    clearTimeout(timer);
    // The file itself is of no interest.
    controller.abort();
  }
};
