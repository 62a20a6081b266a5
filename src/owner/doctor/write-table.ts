import type { Finding } from "./finding.ts";

/** Longer values are cut: a table is for the eye. */
const widest = 100;

/** The findings as lines of two columns, advice below its line. */
export const writeTable = (findings: readonly Finding[]): string => {
  const width = Math.max(...findings.map(({ what }) => what.length));
  return findings
    .map(({ what, found, advice }) => {
      const line = `${what.padEnd(width)}  ${shorten(found)}`;
      return advice ? `${line}\n${" ".repeat(width)}  → ${advice}` : line;
    })
    .join("\n");
};

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length > widest ? `${line.slice(0, widest)}…` : line;
};
