/** One thing that was checked, in a sentence without secrets. */
export interface Finding {
  readonly isGood: boolean;
  readonly text: string;
}
