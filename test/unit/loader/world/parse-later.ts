import { onTestFinished, vi } from "vitest";

/** The document is still being parsed, until the test ends or the returned function is called. */
export const parseLater = (): (() => void) => {
  const readyState = vi
    .spyOn(Object.getPrototypeOf(document) as Document, "readyState", "get")
    .mockReturnValue("loading");
  const end = (): void => readyState.mockRestore();
  onTestFinished(end);
  return end;
};
