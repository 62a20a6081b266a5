/** What `timekit-broker` is asked to do. */
export type Command =
  | { readonly kind: "serve" }
  | { readonly kind: "check"; readonly resourceIds: readonly string[]; readonly days: number }
  | ProbeCommand
  | { readonly kind: "help" }
  | { readonly kind: "unknown" };

interface ProbeCommand {
  readonly kind: "probe";
  /** As they were given. */
  readonly brokerUrl: string;
  readonly origin: string;
  readonly resourceId: string;
}

/** Reads the words after the program's name. */
export const parseCommand = (words: readonly string[]): Command => {
  const [first, ...more] = words;
  switch (first) {
    case undefined:
      return { kind: "serve" };
    case "--check":
      return parseCheck(more);
    case "--probe":
      return parseProbe(more);
    case "--help":
      return more.length === 0 ? { kind: "help" } : unknown;
    default:
      return unknown;
  }
};

const unknown: Command = { kind: "unknown" };

const parseCheck = (words: readonly string[]): Command => {
  const { value = "0", rest } = takeOption(words, "--days");
  const isUnderstood = /^\d{1,4}$/.test(value) && rest.every(isArgument);
  return isUnderstood ? { kind: "check", resourceIds: rest, days: Number(value) } : unknown;
};

const parseProbe = (words: readonly string[]): Command => {
  const { value: origin, rest } = takeOption(words, "--origin");
  const [brokerUrl, resourceId, ...more] = rest;
  return origin !== undefined &&
    brokerUrl !== undefined &&
    resourceId !== undefined &&
    more.length === 0 &&
    rest.every(isArgument)
    ? { kind: "probe", brokerUrl, origin, resourceId }
    : unknown;
};

const isArgument = (word: string): boolean => !word.startsWith("-");

/** The word after an option, and the words without both; without a word after it the option stays among them. */
const takeOption = (words: readonly string[], name: string) => {
  const index = words.indexOf(name);
  const value = index < 0 ? undefined : words[index + 1];
  return value === undefined
    ? { value, rest: words }
    : { value, rest: [...words.slice(0, index), ...words.slice(index + 2)] };
};

export const usage = `timekit-broker                            serve; the settings come from the environment
timekit-broker --check [ID...] [--days N]   ask Timekit whether the settings work; without
                                          an id, for each resource of RESOURCE_IDS.
                                          Ends with 1 where something is missing, or a
                                          token expires within N days
timekit-broker --probe URL --origin ORIGIN ID
                                          ask a running broker as a page of that origin
                                          would, and as a foreign page would; needs no
                                          settings. Ends with 1 unless the first gets a
                                          client-token and the second 403

With npx: npx --no timekit-broker
          npx --no timekit-broker -- --check [resource id]
Without --no, and where the package is not installed, npx fetches whatever has
that name in the public registry, and runs it with the API key in reach.
`;
