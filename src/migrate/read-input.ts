import type { MigrationTarget } from "./migration.ts";
import type { Facts } from "./reshape/account.ts";
import { type Branch, emptyObject } from "./source/found.ts";
import { readValue } from "./source/read-value.ts";
import { lookUpText } from "./source/look-up.ts";
import { findSecrets, hideSecrets } from "./source/secrets.ts";

interface Input {
  readonly source: Branch;
  readonly facts: Facts;
  readonly target: MigrationTarget;
  /** Whether there was something that is no object of options. */
  readonly isMisshapen: boolean;
}

/** Both arguments, read once, with everything taken out that signs in at Timekit. */
export const readInput = (v1: unknown, facts: unknown): Input => {
  const found = readValue(v1);
  const secrets = findSecrets(found);
  const source = hideSecrets(found, secrets);
  const isObject = source.kind === "object";
  const known = hideSecrets(readValue(facts), secrets);
  const target = lookUpText(known, "target");
  return {
    target: target === "embed" || target === "v3" ? target : "v2",
    source: isObject ? source : emptyObject,
    facts: known,
    isMisshapen: !isObject && source.kind !== "undefined",
  };
};
