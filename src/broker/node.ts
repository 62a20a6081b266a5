#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { readVariables } from "./node/read-variables.ts";
import { startServer } from "./node/start-server.ts";
import { defaultRuntime } from "./runtime.ts";
import { parseSettings } from "./settings/parse-settings.ts";
import { SettingsError } from "./settings/problem.ts";

const run = async (): Promise<void> => {
  const given = readVariables({ variables: process.env, readFile: (path) => readFileSync(path, "utf8") });
  const server = await startServer(parseSettings(given), {
    ...defaultRuntime,
    log: (entry) => process.stdout.write(`${JSON.stringify(entry)}\n`),
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void server.stop());
};

try {
  await run();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  for (const problem of error.problems) process.stderr.write(`timekit-broker: ${problem}\n`);
  process.exitCode = 1;
}
