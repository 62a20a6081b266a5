#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { check, type Finding } from "./node/check.ts";
import { nodeSettingTable, readVariables } from "./node/node-settings.ts";
import { parseCommand, usage } from "./node/parse-command.ts";
import { probe } from "./node/probe.ts";
import { startServer } from "./node/start-server.ts";
import { createWriteLine } from "./node/write-line.ts";
import { defaultRuntime, type Runtime } from "./runtime.ts";
import { parseSettings } from "./settings/parse-settings.ts";
import { SettingsError } from "./settings/problem.ts";
import type { Settings } from "./settings/settings.ts";

// Whoever reads the log may go, as in `timekit-broker | head -1`, or its disk may be full; visitors are answered all the same.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const lines = createWriteLine({ write: (text) => process.stdout.write(text), defer: setImmediate });
process.once("exit", lines.flush);

const runtime: Runtime = { ...defaultRuntime, log: (entry) => lines.write(JSON.stringify(entry)) };

const readSettings = (): Settings =>
  parseSettings(
    readVariables({ variables: process.env, readFile: (path) => readFileSync(path, "utf8") }),
    nodeSettingTable,
  );

const serve = async (): Promise<void> => {
  const server = await startServer(readSettings(), runtime);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void server.stop());
  // What was kept can still be granted, and Timekit may be back soon: no reason to end.
  await server.checkKeys();
};

const show = (findings: readonly Finding[]): void => {
  for (const { text } of findings) process.stdout.write(`${text}\n`);
  if (findings.some(({ isGood }) => !isGood)) process.exitCode = 1;
};

const run = async (): Promise<void> => {
  const command = parseCommand(process.argv.slice(2));
  switch (command.kind) {
    case "serve":
      return serve();
    case "check":
      return show(await check({ settings: readSettings(), runtime, ...command }));
    case "probe":
      return show(await probe(command, runtime));
    case "help":
      process.stdout.write(usage);
      return;
    case "unknown":
      process.stderr.write(usage);
      process.exitCode = 2;
  }
};

try {
  await run();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  for (const problem of error.problems) process.stderr.write(`timekit-broker: ${problem}\n`);
  process.exitCode = 1;
}
