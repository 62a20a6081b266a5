import type { Position } from "./snippet.ts";

/** Lines and columns of a text, from offsets. */
export const createPositions = (text: string): ((offset: number) => Position) => {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return (offset) => {
    const before = starts.filter((start) => start <= offset);
    return { line: before.length, column: offset - (before.at(-1) ?? 0) + 1 };
  };
};
