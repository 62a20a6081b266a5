import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./find-chromium.ts";

/**
 * Runs once before the browser tests: where Chromium is missing, on Debian and Ubuntu it is installed if no password
 * is needed for that. Elsewhere this throws what `findChromium` says.
 */
export default function installChromium(): void {
  try {
    findChromium();
  } catch (error) {
    const prefix = process.env["CHROMIUM_PATH"] ? undefined : findWayToInstall();
    if (prefix === undefined) throw error;
    const apt = (...words: readonly string[]): void => run([...prefix, "apt-get", ...words]);
    apt("update");
    apt("install", "-y", "chromium");
    try {
      apt("install", "-y", "--no-install-recommends", "chromium-headless-shell");
    } catch {
      // Not every release has it, and Chromium does its work.
    }
    findChromium();
  }
}

// What to put before `apt-get`: nothing for root, `sudo` where it asks for no password.
const findWayToInstall = (): readonly string[] | undefined => {
  if (!existsSync("/etc/debian_version")) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : undefined;
};

const run = ([command = "", ...words]: readonly string[]): void => {
  execFileSync(command, words, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
};
