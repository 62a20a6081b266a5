import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Installs packages on Debian and Ubuntu where that needs no password; elsewhere it does nothing and returns false.
 * Each list is one call of apt; throws where apt fails.
 */
export const installOnDebian = (...lists: readonly (readonly string[])[]): boolean => {
  const prefix = findWayToInstall();
  if (prefix === undefined) return false;
  run([...prefix, "apt-get", "update"]);
  for (const packages of lists) run([...prefix, "apt-get", "install", "-y", ...packages]);
  return true;
};

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
