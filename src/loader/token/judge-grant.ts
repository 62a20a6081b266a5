import { clientTokenType, grantSizeLimitBytes, serverTokenType, type Grant } from "../../contract/grant.ts";
import type { ErrorCode } from "../errors.ts";

/** A broker's answer, as far as it was read. */
export interface Answer {
  /** HTTP status. */
  readonly status: number;
  /** The body, at most `grantSizeLimitBytes` of it; longer ones are judged by `isTooLarge` alone. */
  readonly text: string;
  readonly isTooLarge: boolean;
  /** The `Date` header in milliseconds, NaN where it cannot be read. */
  readonly dateMs: number;
}

export interface Question {
  /** UUID that was asked for. */
  readonly resourceId: string;
  /** The visitor's clock, in milliseconds; wrong by minutes to years. */
  readonly clockMs: number;
}

/** `subject` says what is wrong in our own words; nothing of the answer is in it. */
export type Verdict =
  | { readonly grant: Grant }
  | { readonly grant?: never; readonly code: ErrorCode; readonly subject?: string };

const clockToleranceMs = 5 * 60_000;

/**
 * Decides whether an answer is one usable client-token for this resource, and nothing else. Everything that
 * is not exactly that is refused; nothing of a refused answer is in the verdict.
 */
export const judgeGrant = (answer: Answer, question: Question): Verdict => {
  const bad = (subject: string): Verdict => ({ code: "broker/bad-response", subject });
  if (answer.status !== 200) return bad("status is not 200");
  if (answer.isTooLarge) return bad(`more than ${grantSizeLimitBytes} bytes`);

  const { body, hasServerToken } = parse(answer.text);
  if (hasServerToken) return { code: "token/refused" };
  if (!isObject(body)) return bad("not a JSON object");
  const { type, token, expires, app, resource } = ownFields(body);
  if (type === undefined || token === undefined) return bad("no type or token");
  if (!isFilled(app)) return bad("no app");
  if (!isObject(resource)) return bad("no resource");
  const { id, email, name, timezone, avatar } = ownFields(resource);
  if (id === undefined || !isFilled(email)) return bad("no resource id or email");

  if (type !== clientTokenType) return { code: "token/refused" };
  if (typeof token !== "string" || !/^[!-~]{1,4096}$/.test(token)) return { code: "token/refused" };
  if (expires !== undefined && expires !== null && !isFuture(expires, answer, question)) return { code: "token/expired" };
  if (typeof id !== "string" || id.toLowerCase() !== question.resourceId.toLowerCase())
    return { code: "token/wrong-resource" };

  return {
    grant: {
      type,
      token,
      app,
      resource: { id, email, name: textOrNull(name), timezone: textOrNull(timezone), avatar: textOrNull(avatar) },
    },
  };
};

/** Parses, and looks at every object of the body on the way. */
const parse = (text: string): { readonly body?: unknown; readonly hasServerToken: boolean } => {
  let hasServerToken = false;
  try {
    const body: unknown = JSON.parse(text, (key, value: unknown) => {
      hasServerToken ||= key === "type" && isServerTokenType(value);
      return value;
    });
    return { body, hasServerToken };
  } catch {
    // The parser's message would quote the answer.
    return { hasServerToken };
  }
};

/** Also in an array and in other spellings: refusing too much here costs nothing. */
const isServerTokenType = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(isServerTokenType)
    : typeof value === "string" && value.trim().toLowerCase().replace("_", "-") === serverTokenType;

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Own properties only: a page may have put anything on `Object.prototype`. */
const ownFields = (value: object): Readonly<Record<string, unknown>> =>
  Object.assign<Record<string, unknown>, object>(Object.create(null) as Record<string, unknown>, value);

const isFilled = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

const textOrNull = (value: unknown): string | null => (isFilled(value) ? value : null);

const isFuture = (expires: unknown, { dateMs }: Answer, { clockMs }: Question): boolean => {
  const expiresMs =
    typeof expires === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(expires) ? Date.parse(expires) : NaN;
  return expiresMs > (Number.isNaN(dateMs) ? clockMs - clockToleranceMs : dateMs);
};
