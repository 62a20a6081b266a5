import type { EarlyAnswer, TimekitAnswer } from "../vendor.ts";
import type { Adapter, SdkRequest, SdkResponse } from "./booking-js.ts";

type Ask = (request: SdkRequest) => PromiseLike<SdkResponse>;

/**
 * Gives v1, once, what Timekit was asked before, if it asks the very same; everything else goes to Timekit, and so
 * does a question that nobody has answered. v1's SDK reads the answer as if it came from the network.
 */
export const answerEarly = (ask: Ask, early: EarlyAnswer | undefined): Ask => {
  let unused = early;
  let pending: Promise<void> | undefined;
  return (request) => {
    const { url, data } = request;
    if (!unused || url !== "/findtime" || JSON.stringify(data) !== unused.sent)
      return pending ? pending.then(() => ask(request)) : ask(request);
    const { answer } = unused;
    unused = undefined;
    const asked = answer.then(
      (given) => ask(Object.assign(request, { adapter: createAdapter(given) })),
      () => ask(request),
    );
    // What v1 asks next stays next: where both fail, the failure that counts is the first to be told.
    const end = (): void => {
      pending = undefined;
    };
    pending = answer.then(end, end);
    return asked;
  };
};

const createAdapter =
  ({ status, headers, text }: TimekitAnswer): Adapter =>
  (resolve, reject) =>
    (status >= 200 && status < 300 ? resolve : reject)({ status, headers, data: parse(text) });

/** Like axios: what is no JSON stays a text. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
