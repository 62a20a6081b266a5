/** A host page as any browser's driver can show it to the expectations. */
export interface WatchedPage {
  /** Where the loader runs. */
  readonly frame: {
    /** Runs a function of its own text in the page; what it returns comes back as JSON. */
    evaluate<Result>(
      run: (given: readonly (string | null)[]) => Result | Promise<Result>,
      given: readonly (string | null)[],
    ): Promise<Result>;
  };
  /** What stands in the console, as `error: text`. */
  readonly printed: readonly string[];
  /** Exceptions and rejections that nobody has handled. */
  readonly pageErrors: readonly { readonly message: string }[];
  /** How often the vendor file and a token were asked for so far. */
  readonly countAsked: () => { readonly vendor: number; readonly token: number };
}
