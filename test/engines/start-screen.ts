import { spawn } from "node:child_process";
import { findPrograms } from "./programs.ts";

/** A screen that nobody sees: what programs find it by, and the way back. */
export interface Screen {
  readonly display: string;
  readonly close: () => void;
}

/** Starts an X server on a free display; rejects if it ends before it is ready. */
export const startScreen = async (): Promise<Screen> => {
  const child = spawn(
    findPrograms().screen,
    ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1000x24"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once("error", reject);
    child.once("exit", () => reject(new Error("Xvfb ended early")));
  });
  return { display: `:${number}`, close: () => void child.kill() };
};
