import { deriveToken, deriveUuid } from "./derive.ts";
import type { Credential } from "./world-types.ts";

/** What is to be known for a credential; the rest follows from it. */
export type CredentialParts = Partial<Credential> & {
  /** Makes id and token: the same seed gives the same credential. */
  readonly seed: string;
  readonly nowMs: number;
};

const yearMs = 365 * 24 * 60 * 60 * 1000;

/** A credential in Timekit's shape: a client-token made yesterday that expires in a year, but for the given parts. */
export const makeCredential = ({ seed, nowMs, ...parts }: CredentialParts): Credential => {
  const type = parts.type ?? "client-token";
  const isClientToken = type === "client-token";
  const generatedMs = nowMs - 24 * 60 * 60 * 1000;
  return {
    id: deriveUuid(`${seed}/${type}/id`),
    type,
    token: deriveToken(`${seed}/${type}/token`),
    scopes: [isClientToken ? "widget" : "global"],
    referrer: [""],
    expires: timestamp(generatedMs + yearMs),
    token_generated_at: timestamp(generatedMs),
    description: isClientToken ? "Booking.js embed access" : "Token generated on user creation",
    ...parts,
  };
};

/** A moment as Timekit writes it: ISO 8601 with an offset instead of `Z`. */
export const timestamp = (instantMs: number): string =>
  `${new Date(instantMs).toISOString().slice(0, 19)}+00:00`;
