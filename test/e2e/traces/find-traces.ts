import type { Visit } from "../world/open-visit.ts";
import { formsOf } from "./forms-of.ts";
import { readStores } from "./read-stores.ts";
import { readTrees } from "./read-trees.ts";
import { walkProperties } from "./walk-properties.ts";

/** A secret that stands somewhere. */
export interface Trace {
  readonly secret: string;
  /** Where, in words; as `localStorage` or `window.TimekitEmbed.embeds.0.note`. */
  readonly place: string;
}

/** What was found in a page: the text that matched, and where. */
export type Finding = readonly [match: string, place: string];

/**
 * Looks for secrets in all that a page, its scripts or an extension could look at: the DOM with its shadow roots
 * and frames, storage, cookies, console, events, errors, history, performance entries, every value that can be
 * reached from `window`, and the page's requests. They are also found in base64, as `Authorization` has them.
 */
export const findTraces = async (visit: Visit, secrets: readonly string[]): Promise<readonly Trace[]> => {
  const owners = new Map(secrets.flatMap((secret) => formsOf(secret).map((form) => [form, secret] as const)));
  const pattern = [...owners.keys()].map((form) => form.replaceAll("+", "\\+")).join("|");
  const findings = [
    ...(await readOutside(visit, pattern)),
    ...(await visit.page.evaluate(readTrees, pattern)),
    ...(await visit.page.evaluate(readStores, pattern)),
    ...(await visit.page.evaluate(walkProperties, pattern)),
  ];
  return findings.map(([match, place]) => ({ secret: owners.get(match) ?? match, place }));
};

const readOutside = async (visit: Visit, pattern: string): Promise<readonly Finding[]> => {
  const { context, requests, printed, pageErrors } = visit;
  const said: Readonly<Record<string, readonly unknown[]>> = {
    console: printed,
    "page error": pageErrors.map(({ message, stack }) => [message, stack]),
    request: requests.map((request) => [request.url(), request.headers(), request.postData()]),
    "cookie jar": await context.cookies(),
    "stored state": [await context.storageState({ indexedDB: true })],
  };
  return Object.entries(said).flatMap(([place, entries]) =>
    [...JSON.stringify(entries).matchAll(new RegExp(pattern, "g"))].map(([match]): Finding => [match, place]),
  );
};
