import { benchWarmAnswers } from "./broker/warm-answers.ts";
import { benchThousandFiles } from "./cli/thousand-files.ts";
import { benchFirstSlot } from "./loader/first-slot.ts";
import { benchLongTasks } from "./loader/long-tasks.ts";

/** `npm run bench` runs them all, `npm run bench -- broker` those whose name begins so. */
const benches: Readonly<Record<string, () => Promise<string>>> = {
  "broker/warm-answers": benchWarmAnswers,
  "cli/thousand-files": benchThousandFiles,
  "loader/first-slot-4g": () => benchFirstSlot("4G"),
  "loader/first-slot-slow-3g": () => benchFirstSlot("slow 3G"),
  "loader/long-tasks": benchLongTasks,
};

const [wanted = ""] = process.argv.slice(2);
const chosen = Object.entries(benches).filter(([name]) => name.startsWith(wanted));
if (chosen.length === 0) {
  process.stderr.write(`there is no such benchmark; there are ${Object.keys(benches).join(", ")}\n`);
  process.exitCode = 2;
}
for (const [name, bench] of chosen) process.stdout.write(`\n${name}\n${await bench()}\n`);
