import type { ErrorCode } from "../../../src/loader/errors.ts";
import { type GoodGrant, type GrantCase, refusedGrants } from "../../cases/grants.ts";

/** An answer of a broker that the loader must not accept. */
export interface RefusedAnswer {
  /** Completes "refuses …". */
  readonly name: string;
  /** The error's code; several where the contract fixes no order between two reasons. */
  readonly code: ErrorCode | readonly ErrorCode[];
  readonly answer: (secret: Secret) => Response | Promise<Response>;
  /** Runs in the page before the loader. */
  readonly script?: string;
}

/** What an answer is made of: a good grant, each of whose values holds the canary. */
export interface Secret {
  readonly canary: string;
  readonly good: GoodGrant;
  readonly request: Request;
}

export interface AnswerInit {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A response with this text that every page may read. */
export const text = (body: BodyInit | null, { status = 200, headers }: AnswerInit = {}): Response =>
  new Response(body, {
    status,
    headers: { "content-type": "application/json", "access-control-allow-origin": "*", ...headers },
  });

/** The same with a value as JSON. */
export const json = (value: unknown, init?: AnswerInit): Response => text(JSON.stringify(value), init);

/** The answer of a broker that grants what a case says. */
export const answerWith = ({ body, writtenAtMs, contentType }: GrantCase, good: GoodGrant): Response => {
  const nowMs = Date.now();
  return text(body(good, nowMs), {
    headers: {
      ...(contentType && { "content-type": contentType }),
      ...(writtenAtMs && {
        date: new Date(writtenAtMs(nowMs)).toUTCString(),
        "access-control-expose-headers": "Date",
      }),
    },
  });
};

/** The grants that are refused for what they say. */
export const grants: readonly RefusedAnswer[] = refusedGrants.map((grant) => ({
  name: grant.name,
  code: grant.code,
  answer: ({ good }) => answerWith(grant, good),
}));
