import { UpstreamError } from "./upstream-error.ts";

/**
 * The body's bytes, decoded, up to a limit; beyond it throws an `UpstreamError` and takes no more from the network.
 * Counting what comes out of the decoder is what stops a compressed bomb: its `Content-Length` is small.
 */
export const readCapped = async (response: Response, limitBytes: number): Promise<Uint8Array> => {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    sizeBytes += part.value.byteLength;
    if (sizeBytes > limitBytes) {
      // A stream that cannot be cancelled has ended by itself.
      reader?.cancel().catch(() => undefined);
      throw new UpstreamError("too-large");
    }
    chunks.push(part.value);
  }
  return join(chunks, sizeBytes);
};

const join = (chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array => {
  const bytes = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
};
