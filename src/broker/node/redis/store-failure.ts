/** Why the store cannot be used; words of ours, since what a server sends is in no log line. */
export type StoreFailureReason =
  | "unreachable"
  | "timeout"
  | "closed"
  | "bad-reply"
  | "refused-password"
  | "loading"
  | "out-of-memory"
  | "read-only"
  | "error-reply";

/** The store gave no usable answer. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
  readonly reason: StoreFailureReason;

  constructor(reason: StoreFailureReason, options: ErrorOptions = {}) {
    super(`The store failed: ${reason}`, options);
    this.reason = reason;
  }
}

/** The first word of an error reply as a reason. */
export const toFailureReason = (word: string): StoreFailureReason => reasons.get(word) ?? "error-reply";

const reasons = new Map<string, StoreFailureReason>([
  ["WRONGPASS", "refused-password"],
  ["NOAUTH", "refused-password"],
  ["LOADING", "loading"],
  ["OOM", "out-of-memory"],
  ["READONLY", "read-only"],
]);
