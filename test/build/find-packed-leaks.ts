import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findLeaks } from "../runtime/find-leaks.ts";

/** What looks like a key of Timekit's, and not like one that is left out of an example. */
const keyShape = /\b(?:live|test)_(?:api|widget)_key_\w{8,}/g;

/** Every secret in the folder's `package.tgz`, in names and contents: those of the tests, in any form, and whatever has a key's shape. */
export const findPackedLeaks = (folder: string): readonly string[] => {
  const text = gunzipSync(readFileSync(join(folder, "package.tgz"))).toString("latin1");
  return [...findLeaks(text), ...(text.match(keyShape) ?? [])];
};
