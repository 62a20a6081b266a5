import { isSafeUrl, toUrl } from "../../contract/secure-url.ts";
import { isPlainObject } from "../plain-object.ts";
import type { BookingRequest, PrefetchedAnswer } from "../vendor.ts";

/** Where Booking.js v1 asks for free times, if no option says otherwise. */
export const timekitUrl = "https://api.timekit.io/";

type Question = Pick<BookingRequest, "layers" | "grant" | "baseUrl">;

/** With these v1 asks something else first. */
const otherQuestions = ["widgetId", "widgetSlug", "timekitFindTimeTeam"];

/**
 * Asks Timekit for the free times in v1's words, while v1 itself is still on its way: that is a round trip less.
 * Undefined where v1 is going to ask something else, or what it will ask is not certain. What v1 refuses is not asked.
 */
export const prefetch = (
  question: Question,
  fetch: typeof globalThis.fetch,
): PrefetchedAnswer | undefined => {
  try {
    return ask(question, fetch);
  } catch {
    // Options that cannot be read, or a page's own `fetch`: v1 and its guards say what is wrong.
    return undefined;
  }
};

const ask = (
  { layers, grant, baseUrl }: Question,
  fetch: typeof globalThis.fetch,
): PrefetchedAnswer | undefined => {
  // A stranger has no say in what is asked.
  const read = (key: string): unknown[] =>
    layers.flatMap(({ config, isTrusted }) => (isTrusted && key in config ? [config[key]] : []));
  const [findTime = {}, ...otherFindTimes] = read("timekitFindTime");
  const [sdk = {}, ...otherSdks] = read("timekitConfig");
  if (otherFindTimes.length || otherSdks.length) return undefined;
  if (!isPlainObject(findTime) || findTime["calendar_ids"] || findTime["user_ids"]) return undefined;
  if (!isPlainObject(sdk) || Object.keys(sdk).some((key) => !/^(app|apiBaseUrl)$/.test(key)))
    return undefined;
  const graph = String(read("bookingGraph").at(-1));
  if (otherQuestions.some((key) => read(key).length) || graph.startsWith("group")) return undefined;

  const { apiBaseUrl = timekitUrl } = sdk;
  const url = toUrl(apiBaseUrl, baseUrl);
  const { app, token, resource } = grant;
  // In the order of v1, whose text has to be the same.
  const sent = JSON.stringify({
    emails: [resource.email],
    future: "4 weeks",
    length: "1 hour",
    ...findTime,
  });
  // v1 rewrites names that are not in its style.
  if (!url || !isSafeUrl(url) || /[A-Z]\w*":/.test(sent)) return undefined;
  const answer = fetch(`${url.href.replace(/\/?$/, "/")}v2/findtime`, {
    method: "POST",
    headers: {
      Accept: "application/json, text/plain, */*",
      "Content-Type": "application/json;charset=utf-8",
      "Timekit-Context": "widget",
      "Timekit-App": app,
      Authorization: `Basic ${btoa(`${resource.email}:${token}`)}`,
    },
    body: sent,
  }).then(async (response) => ({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  }));
  // v1 then asks by itself.
  answer.catch(() => undefined);
  return { sent, answer };
};
