import type { GrantedResource } from "../../contract/grant.ts";

// Far above any real name or address, far below what a grant may measure.
const longestTextLength = 2048;

export interface ResourceSource {
  /** In lower case. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Whether the text holds something that must not leave. */
  readonly isSecret: (text: string) => boolean;
}

/** The public facts of a resource, picked one by one: its body carries full-power tokens beside them. Undefined without an e-mail, which Booking.js v1 needs. */
export const parseResource = ({ id, data, isSecret }: ResourceSource): GrantedResource | undefined => {
  const pick = (value: unknown): string | null =>
    typeof value === "string" && value !== "" && value.length <= longestTextLength && !isSecret(value)
      ? value
      : null;
  const email = pick(data["email"]);
  if (email === null) return undefined;
  // Timekit's answers say `image`, parts of its documentation say `img`.
  const avatar = pick(data["image"]) ?? pick(data["img"]);
  return {
    id,
    name: pick(data["name"]),
    email,
    timezone: pick(data["timezone"]),
    avatar: avatar !== null && isWebAddress(avatar) ? avatar : null,
  };
};

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);
