import { causes, sentences } from "./sentences.ts";

/** What went wrong, for programs. */
export type ErrorCode = keyof typeof sentences;

export interface ErrorDetails {
  /** The broker's own id of the request that failed. */
  readonly requestId?: string | undefined;
  /** A more exact sentence than the code's own. */
  readonly sentence?: string;
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
  /** The broker's own id of the request that failed. */
  declare readonly requestId?: string;

  /** The subject is what the sentence is about, as an option's name or a status; never a token. */
  constructor(code: ErrorCode, subject = "", { requestId, sentence = sentences[code] }: ErrorDetails = {}) {
    super(sentence.replace("%", () => subject));
    this.code = code;
    this.retryable = /^(broker\/(?!o|no)|vendor|widget|token\/e)/.test(code);
    if (requestId) this.requestId = requestId;
  }
}

/** The page's own Booking.js has taken the calendar's place again and again. */
export const createOusted = (): LoaderError =>
  new LoaderError("embed/destroyed", "", { sentence: causes.ousted });

/** Whether only a change of the page can help, so that a visitor's retry is of no use. */
export const isOwnersMistake = ({ code }: LoaderError): boolean => /^(config|browser)/.test(code);

/** The error itself where it is ours, else one of ours in its place. */
export const toLoaderError = (error: unknown, code: ErrorCode, subject?: string): LoaderError =>
  error instanceof LoaderError ? error : new LoaderError(code, subject);
