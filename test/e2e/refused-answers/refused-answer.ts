import { clientTokenType } from "../../../src/contract/grant.ts";
import type { ErrorCode } from "../../../src/loader/errors.ts";

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

export interface GoodGrant {
  readonly type: string;
  readonly token: string;
  readonly expires: string | null;
  readonly app: string;
  readonly resource: Readonly<Record<"id" | "name" | "email" | "timezone" | "avatar", string>>;
}

/** A grant that the loader would accept. */
export const makeGrant = (canary: string, resourceId: string): GoodGrant => ({
  type: clientTokenType,
  token: canary,
  expires: null,
  app: `app-${canary}`,
  resource: {
    id: resourceId,
    name: `Name ${canary}`,
    email: `${canary}@example.com`,
    timezone: "Europe/London",
    avatar: `https://example.com/${canary}.png`,
  },
});

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
