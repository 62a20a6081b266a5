import { clientTokenType, type Grant, grantSizeLimitBytes, serverTokenType } from "../../contract/grant.ts";
import { LoaderError } from "../errors.ts";

/** A broker's answer with status 200. */
export interface Answer {
  /** The body; undefined when it has more than `grantSizeLimitBytes`. */
  readonly text: string | undefined;
  /** The `Date` header in milliseconds, NaN where it cannot be read. */
  readonly dateMs: number;
}

export interface Question {
  /** UUID that was asked for. */
  readonly resourceId: string;
  /** The visitor's clock, in milliseconds; wrong by minutes to years. */
  readonly clockMs: number;
}

const clockToleranceMs = 5 * 60_000;

/**
 * Accepts an answer that is one usable client-token for this resource, and nothing else. Nothing of a refused
 * answer is in the error.
 * @throws LoaderError `broker/bad-response`, `token/refused`, `token/expired`, `token/wrong-resource`.
 */
export const validateGrant = ({ text, dateMs }: Answer, { resourceId, clockMs }: Question): Grant => {
  if (text === undefined) throw new LoaderError("broker/bad-response", `over ${grantSizeLimitBytes} bytes`);
  const { type, token, expires, app, resource } = ownFields(parse(text));
  const { id, email, name, avatar } = ownFields(resource);
  if (type === undefined || token === undefined || id === undefined || !isFilled(app) || !isFilled(email))
    throw new LoaderError("broker/bad-response", "type, token, app or resource is incomplete");
  if (type !== clientTokenType || typeof token !== "string" || !/^[!-~]{1,4096}$/.test(token))
    throw new LoaderError("token/refused");
  if (expires != null && !(toMs(expires) > (Number.isNaN(dateMs) ? clockMs - clockToleranceMs : dateMs)))
    throw new LoaderError("token/expired");
  if (typeof id !== "string" || id.toLowerCase() !== resourceId.toLowerCase())
    throw new LoaderError("token/wrong-resource");
  return {
    type,
    token,
    app,
    resource: { id, email, name: toText(name), avatar: toText(avatar) },
  };
};

/** Parses, and looks at every object of the body on the way. */
const parse = (text: string): unknown => {
  // Of a key that is given twice the parser keeps one and shows nobody the other.
  if (/"type"\s*:\s*"server[-_]token"/i.test(text)) throw new LoaderError("token/refused");
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === "type" && isServerToken(value)) throw new LoaderError("token/refused");
      return value;
    });
  } catch (error) {
    // The parser's own message would quote the answer.
    throw error instanceof LoaderError ? error : new LoaderError("broker/bad-response", "no JSON");
  }
};

/** Also in an array and in other spellings: refusing too much here costs nothing. */
const isServerToken = (type: unknown): boolean =>
  Array.isArray(type)
    ? type.some(isServerToken)
    : typeof type === "string" && type.trim().toLowerCase().replace("_", "-") === serverTokenType;

/** Own properties only, since a page may have put anything on `Object.prototype`; a list has none of these names. */
const ownFields = (value: unknown): Readonly<Record<string, unknown>> => ({
  __proto__: null,
  ...(value as object | null),
});

const isFilled = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

const toText = (value: unknown): string | null => (isFilled(value) ? value : null);

const toMs = (time: unknown): number =>
  typeof time === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(time) && isDay(time.slice(0, 10))
    ? Date.parse(time)
    : NaN;

/** `Date.parse` takes 30 February for 2 March. */
const isDay = (day: string): boolean => new Date(day).toJSON()?.startsWith(day) ?? false;
