/**
 * The body's text; undefined when it has more bytes than the limit. Read as one blob, which the browser may keep on
 * disk: Chromium calls a body that is read as a stream aborted when it is short.
 */
export const readLimited = async (response: Response, limitBytes: number): Promise<string | undefined> => {
  const blob = await response.blob();
  return blob.size > limitBytes ? undefined : blob.text();
};
