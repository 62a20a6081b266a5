import type { LoaderError } from "../../loader/errors.ts";
import type { ExamineRequest } from "../../loader/owner-tools.ts";
import { print } from "../../loader/page.ts";
import { askAgain } from "./ask-again.ts";
import { findBrowser } from "./find-browser.ts";
import { findLibraries } from "./find-libraries.ts";
import { findOptimisers } from "./find-optimisers.ts";
import { findOptions } from "./find-options.ts";
import { findPolicy } from "./find-policy.ts";
import { findPreload } from "./find-preload.ts";
import { findTag } from "./find-tag.ts";
import { writeTable } from "./write-table.ts";

/**
 * Prints one table of the embed and the page around it, as soon as it is ready or has failed: how it was found, what
 * was decided, and what in the page may be in its way. No token and no option of Booking.js is in it.
 */
export const examine = async ({
  page,
  baseUrl,
  violations,
  options,
  tag,
  foundBy,
  embed,
}: ExamineRequest): Promise<undefined> => {
  const { window, document, console } = page;
  const outcome = await embed.ready.then(
    () => "ready",
    ({ code }: LoaderError) => code,
  );
  const context = {
    baseUrl,
    isCssLength: (text: string): boolean => window.CSS.supports("min-height", text),
  };
  const findings = [
    ...findTag({ tag, foundBy, target: embed.target }),
    ...findOptions({ options, tag, target: embed.target, context }),
    ...findPolicy(document, violations, window),
    ...findLibraries(window),
    ...findOptimisers(document, tag),
    ...findPreload(document),
    ...findBrowser(window),
    { what: "outcome", found: outcome },
  ];
  const { brokerUrl, resourceId } = options;
  if (outcome === "broker/unreachable" && brokerUrl)
    findings.push(await askAgain({ brokerUrl, resourceId }, page));
  print(console, "info", `\n${writeTable(findings)}`);
};
