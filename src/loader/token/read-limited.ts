/**
 * The body's text; undefined when it has more bytes than the limit. Read as a whole: Chromium calls a body that is read as a stream aborted when it is short.
 */
export const readLimited = async (response: Response, limitBytes: number): Promise<string | undefined> => {
  const bytes = await response.arrayBuffer();
  return bytes.byteLength > limitBytes ? undefined : new TextDecoder().decode(bytes);
};
