import { readFile, writeFile } from "node:fs/promises";

/** A file as text that can be written back to the same bytes. */
export interface TextFile {
  readonly text: string;
  readonly encoding: "utf8" | "latin1";
}

/** Reads a file; a text says why it cannot be read. */
export const readTextFile = async (path: string): Promise<TextFile | string> => {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return `The file cannot be read (${error instanceof Error && "code" in error ? String(error.code) : "unknown"}).`;
  }
  if (bytes.length > longestBytes) return "The file has more than 10 MB, so it was not read.";
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString("latin1", 0, 2)))
    return "The file is in UTF-16. Save it as UTF-8 and try again.";
  const text = bytes.toString("utf8");
  // Older pages are in Latin 1 or Windows-1252, of which every byte is a character.
  return Buffer.from(text, "utf8").equals(bytes)
    ? { text, encoding: "utf8" }
    : { text: bytes.toString("latin1"), encoding: "latin1" };
};

/** Writes a text in the encoding in which it was read. */
export const writeTextFile = async (path: string, { text, encoding }: TextFile): Promise<void> =>
  writeFile(path, Buffer.from(text, encoding));

const longestBytes = 10 * 1024 * 1024;
