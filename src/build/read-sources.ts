import { Features } from "lightningcss";
import type { UserConfig } from "vite";

/** How every build reads the sources. */
export const readSources = {
  // Preact's own `h`, since the automatic runtime is one more module for every visitor.
  oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment" } },
  // `light-dark()` stands behind a system colour for older browsers; lowered, it would follow neither.
  css: { lightningcss: { exclude: Features.LightDark } },
} satisfies UserConfig;
