import { sentences } from "./sentences.ts";

export type ErrorCode =
  | "config/no-resource-id"
  | "config/bad-resource-id"
  | "config/no-broker-url"
  | "config/bad-broker-url"
  | "config/no-target"
  | "config/bad-option"
  | "broker/unreachable"
  | "broker/timeout"
  | "broker/origin-refused"
  | "broker/no-token"
  | "broker/busy"
  | "broker/failed"
  | "broker/bad-response"
  | "token/refused"
  | "token/expired"
  | "token/wrong-resource"
  | "vendor/blocked"
  | "vendor/timeout"
  | "vendor/unusable"
  | "widget/failed"
  | "widget/unauthorized"
  | "embed/destroyed"
  | "browser/unsupported";

export interface LoaderErrorFacts {
  /** What the sentence is about: the option's name, the page's origin, a status. Never a token. */
  readonly subject?: string | undefined;
  /** The broker's own id of the request that failed. */
  readonly requestId?: string | undefined;
}

/**
 * The one error that the loader reports. `code` is for programs, `message` tells the site's owner what
 * happened and what to do. It carries no cause, since foreign errors may quote an answer of the broker.
 */
export class LoaderError extends Error {
  override readonly name = "LoaderError";
  readonly code: ErrorCode;
  /** Whether another try may help while nothing on the site or at the broker is changed. */
  readonly retryable: boolean;
  declare readonly requestId?: string;

  constructor(code: ErrorCode, { subject = "", requestId }: LoaderErrorFacts = {}) {
    super(sentences[code].replace("%", () => subject));
    this.code = code;
    this.retryable = isRetryable(code);
    if (requestId) this.requestId = requestId;
  }
}

const isRetryable = (code: ErrorCode): boolean =>
  /^(broker\/(?!origin|no-)|vendor|widget|token\/exp)/.test(code);

/** Whether only a change of the page's own code can help, so that a visitor's retry is of no use. */
export const isOwnersMistake = (code: ErrorCode): boolean => /^(config|browser)/.test(code);

/** The error itself where it is ours, else a translation of it. */
export const toLoaderError = (error: unknown, code: ErrorCode): LoaderError =>
  error instanceof LoaderError ? error : new LoaderError(code);
