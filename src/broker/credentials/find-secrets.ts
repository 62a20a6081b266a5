import { clientTokenType } from "../../contract/grant.ts";
import { isRecord } from "../is-record.ts";

// `token_generated_at` is a time, so the word must end the name.
const secretName = /(?:token|secret|password|api_?key)$/i;

/** Anything shorter cannot be a secret, but would be found by chance inside a name or an address. */
export const shortestSecretLength = 8;

/**
 * Every secret in a body of Timekit's: the tokens of all that is not exactly a client-token, wherever it stands.
 * Walks with a list instead of calling itself: a hostile body can be nested deeper than the stack.
 */
export const findSecrets = (body: unknown): ReadonlySet<string> => {
  const secrets = new Set<string>();
  const pending: unknown[] = [body];
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) for (const item of value) pending.push(item);
    if (!isRecord(value)) continue;
    for (const [name, item] of Object.entries(value)) {
      const isPublic = name === "token" && value["type"] === clientTokenType;
      if (typeof item !== "string") pending.push(item);
      else if (secretName.test(name) && !isPublic && item.length >= shortestSecretLength) secrets.add(item);
    }
  }
  return secrets;
};
