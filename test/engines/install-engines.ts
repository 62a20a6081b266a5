import { installOnDebian } from "../tools/install-on-debian.ts";
import { findPrograms, packages } from "./programs.ts";

/** Runs once before the tests in other engines: installs what is missing on Debian, and elsewhere says what it is. */
export default function installEngines(): void {
  try {
    findPrograms();
  } catch (error) {
    if (!installOnDebian(["--no-install-recommends", ...packages])) throw error;
    findPrograms();
  }
}
