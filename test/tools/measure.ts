import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** How large a file is, in bytes: as it is, and as servers send it. */
export interface Size {
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Measures with the strongest setting of each compressor: gzip 9, brotli 11. */
export const measure = (bytes: Uint8Array): Size => ({
  plain: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
});
