/** A text as it is, and the three ways in which it can stand inside of something that was put into base64. */
export const formsOf = (text: string): readonly string[] => [
  text,
  ...[0, 1, 2].map((offset) =>
    // The first and the last characters also depend on what stands beside the text.
    Buffer.from("x".repeat(offset) + text)
      .toString("base64")
      .replace(/=+$/, "")
      .slice(offset === 0 ? 0 : offset + 1, -2),
  ),
];
