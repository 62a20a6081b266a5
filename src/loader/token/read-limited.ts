/** The body's text; undefined, and the rest unread, when it has more bytes than the limit. */
export const readLimited = async (response: Response, limitBytes: number): Promise<string | undefined> => {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return text + decoder.decode();
    bytes += value.length;
    if (bytes > limitBytes) {
      // Whether the rest is cancelled well or not, the answer is refused.
      void reader?.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
};
