import { accessSync, constants } from "node:fs";

/** Whether there is a file of this path that we may run. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us to run: the next one is asked.
    return false;
  }
};
