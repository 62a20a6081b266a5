import { expect } from "vitest";
import type { Grant } from "../../../../src/contract/grant.ts";
import { LoaderError } from "../../../../src/loader/errors.ts";
import { judgeGrant } from "../../../../src/loader/token/judge-grant.ts";
import { canary, resourceId } from "./grant-body.ts";

/** When the cases happen. */
export const nowMs = Date.UTC(2026, 10, 24, 12);

export interface Circumstances {
  /** The answer's `Date`; `nowMs` without it. */
  readonly dateMs?: number;
  /** The visitor's clock; right without it. */
  readonly clockMs?: number;
  /** UUID that was asked for. */
  readonly asked?: string;
}

/** Judges a body as text. */
export const judgeText = (
  text: string | undefined,
  { dateMs = nowMs, clockMs = nowMs, asked = resourceId }: Circumstances = {},
): Grant => judgeGrant({ text, dateMs }, { resourceId: asked, clockMs });

/** Judges a body. */
export const judge = (body: unknown, circumstances?: Circumstances): Grant =>
  judgeText(JSON.stringify(body), circumstances);

/** The code with which a text is refused, or `accepted`; the error must hold nothing of the answer. */
export const verdictOnText = (text: string | undefined, circumstances?: Circumstances): string => {
  try {
    judgeText(text, circumstances);
  } catch (error) {
    if (!(error instanceof LoaderError)) throw error;
    const said = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join("\n");
    expect(said).not.toContain(canary);
    return error.code;
  }
  return "accepted";
};

/** The same for a body. */
export const verdictOn = (body: unknown, circumstances?: Circumstances): string =>
  verdictOnText(JSON.stringify(body), circumstances);
