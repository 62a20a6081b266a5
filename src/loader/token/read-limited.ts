/** The body's text, read no further than the limit in bytes; `isTooLarge` where it went on. */
export const readLimited = async (
  response: Response,
  limitBytes: number,
): Promise<{ readonly text: string; readonly isTooLarge: boolean }> => {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk?.value) return { text: text + decoder.decode(), isTooLarge: false };
    bytes += chunk.value.length;
    if (bytes > limitBytes) {
      // What is cancelled may reject; the answer is refused anyway.
      void reader?.cancel().catch(() => undefined);
      return { text: "", isTooLarge: true };
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
};
