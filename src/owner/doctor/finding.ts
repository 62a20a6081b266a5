/** One line of the doctor's table. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  /** What the owner can do; absent where nothing is wrong. */
  readonly advice?: string;
}
