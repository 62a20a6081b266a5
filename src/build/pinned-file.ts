/** A file that the loader fetches from beside itself, by a hash that is baked in. */
export interface PinnedFile {
  /** Relative to `dist/`, as `vendor/booking-1.24.2.js`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** As `sha384-…`. */
  readonly integrity: string;
}
