export interface BasicCredentials {
  readonly user: string;
  readonly password: string;
}

/** User and password of a Basic `Authorization` header (RFC 7617); undefined for any other scheme or bad base64. */
export const parseBasic = (authorization: string): BasicCredentials | undefined => {
  const encoded = /^basic +([a-z0-9+/]+=*)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const text = decode(encoded);
  const colon = text?.indexOf(":") ?? -1;
  if (text === undefined || colon < 0) return undefined;
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
};

const decode = (encoded: string): string | undefined => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0)));
  } catch {
    // Not base64: the caller sees credentials that nobody has.
    return undefined;
  }
};
