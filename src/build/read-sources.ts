import { Features } from "lightningcss";
import type { UserConfig } from "vite";

/** How every build reads the sources. */
export const readSources = {
  // Vitest bakes in the hash of the owners' file, so it has to build the same bytes as `npm run build` does.
  oxc: { jsx: { development: false } },
  // `light-dark()` stands behind a system colour for older browsers; lowered, it would follow neither.
  css: { lightningcss: { exclude: Features.LightDark } },
} satisfies UserConfig;
