import { findChromium } from "./chromium.ts";
import { installOnDebian } from "./install-on-debian.ts";

/**
 * Runs once before the browser tests: where Chromium is missing, on Debian and Ubuntu it is installed if no password
 * is needed for that. Elsewhere this throws what `findChromium` says.
 */
export default function installChromium(): void {
  try {
    findChromium();
  } catch (error) {
    if (process.env["CHROMIUM_PATH"] || !installOnDebian(["chromium"])) throw error;
    try {
      installOnDebian(["--no-install-recommends", "chromium-headless-shell"]);
    } catch {
      // Not every release has it, and Chromium does its work.
    }
    findChromium();
  }
}
