/** What `timekit-broker` is asked to do. */
export type Command =
  | { readonly kind: "serve" }
  | { readonly kind: "check"; readonly resourceId: string | undefined }
  | { readonly kind: "help" }
  | { readonly kind: "unknown" };

/** Reads the words after the program's name. */
export const parseCommand = (words: readonly string[]): Command => {
  const [first, second, ...more] = words;
  if (first === undefined) return { kind: "serve" };
  if (first === "--check" && more.length === 0) return { kind: "check", resourceId: second };
  return first === "--help" && second === undefined ? { kind: "help" } : { kind: "unknown" };
};

export const usage = `timekit-broker                        serve; the settings come from the environment
timekit-broker --check [resource id]  ask Timekit whether the settings work

With npx: npx --no timekit-broker
          npx --no timekit-broker -- --check [resource id]
Without --no, and where the package is not installed, npx fetches whatever has
that name in the public registry, and runs it with the API key in reach.
`;
