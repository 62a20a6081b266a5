import { clientTokenType } from "../../contract/grant.ts";
import { isRecord } from "../is-record.ts";

// Timekit's secrets share no beginnings, so that there is hardly anything to compare. A body that is made to take more is
// none of Timekit's: what can no longer be compared counts as secret.
const mostComparedCharacters = 10_000_000;

/** What a comparison takes by itself, in characters. */
const perComparison = 64;

interface SecretSource {
  /** Of a body: none is shorter than `shortestSecretLength`. */
  readonly found: Iterable<string>;
  /** Our own keys, two at most, of any length. */
  readonly keys: readonly string[];
}

/** Whether a text holds one of these secrets. Takes one pass over the text, however many they are: only those are compared that begin like what stands there. */
export const createIsSecret = ({ found, keys }: SecretSource): ((text: string) => boolean) => {
  const byBeginning = new Map<string, string[]>();
  for (const secret of found) {
    const beginning = secret.slice(0, shortestSecretLength);
    const alike = byBeginning.get(beginning);
    if (alike) alike.push(secret);
    else byBeginning.set(beginning, [secret]);
  }
  let leftCharacters = mostComparedCharacters;
  const beginsAt = (text: string, start: number): boolean => {
    const alike = byBeginning.get(text.slice(start, start + shortestSecretLength)) ?? [];
    return alike.some((secret) => {
      leftCharacters -= perComparison + secret.length;
      return leftCharacters < 0 || text.startsWith(secret, start);
    });
  };
  return (text) => {
    if (keys.some((key) => text.includes(key))) return true;
    for (let start = 0; start + shortestSecretLength <= text.length; start += 1)
      if (beginsAt(text, start)) return true;
    return false;
  };
};

// `token_generated_at` is a time, so the word must end the name.
const secretName = /(?:token|secret|password|api_?key)$/i;

/** Anything shorter cannot be a secret, but would be found by chance inside a name or an address. */
const shortestSecretLength = 8;

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
