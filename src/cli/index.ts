#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { run } from "./run.ts";

// The hashes are those of the files beside this one.
const readIntegrity = (): Record<string, string> =>
  JSON.parse(readFileSync(new URL("integrity.json", import.meta.url), "utf8")) as Record<string, string>;

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  isTerminal: {
    // See https://no-color.org.
    out: process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "",
    error: process.stderr.isTTY,
  },
  built: { version: __VERSION__, integrity: readIntegrity() },
});
