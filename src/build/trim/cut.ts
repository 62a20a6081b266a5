/**
 * One piece of a package's source that the loader cannot reach: the text that it starts with, which stands in the
 * file once; the next text after it, which stays (an empty one is the end of the file); and what stands in the piece's place, by default nothing.
 */
export type Cut = readonly [from: string, until: string, instead?: string];

/** The code without the pieces. Throws where a package has changed, so that an update is looked at. */
export const cut = (code: string, cuts: readonly Cut[]): string => cuts.reduce(cutOne, code);

const cutOne = (code: string, [from, until, instead = ""]: Cut): string => {
  const start = code.indexOf(from);
  const end = until ? code.indexOf(until, start + from.length) : code.length;
  if (start < 0 || end < 0) throw new Error(`the package no longer has: ${from} … ${until}`);
  if (code.includes(from, start + 1)) throw new Error(`the package has it twice: ${from}`);
  return code.slice(0, start) + instead + code.slice(end);
};
