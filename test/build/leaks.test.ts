import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { secrets } from "../runtime/timekit-bodies.ts";
import { rootFolder } from "../tools/dist.ts";
import { packPackage } from "../tools/npm.ts";
import { findPackedLeaks } from "./find-packed-leaks.ts";

describe("secrets in the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "leaks-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("there are none", () => {
    packPackage(folder);
    expect(findPackedLeaks(folder)).toEqual([]);
  });

  const { apiKey, serverToken, resourceToken } = secrets;
  it.each([
    ["as it is, in a program", "dist/broker/node.js", serverToken, ["serverToken"]],
    ["in base64, in a source map", "dist/loader.js.map", toBase64(`:${resourceToken}`), ["resourceToken"]],
    ["for a URL, in the text for people", "README.md", toUrl(serverToken), ["serverToken"]],
    ["for JSON, in types", "dist/types/planted.d.ts", toJson(resourceToken), ["resourceToken"]],
    ["that no test knows", "dist/migrate.js", "live_api_key_Planted0001", ["live_api_key_Planted0001"]],
    ["the tests' own key", "CHANGELOG.md", apiKey, ["apiKey", apiKey]],
  ])("a planted one is found: %s", (_how, file, planted, found) => {
    const copy = mkdtempSync(join(folder, "copy-"));
    for (const name of ["dist", "package.json", "README.md", "CHANGELOG.md", "LICENSE"])
      cpSync(join(rootFolder, name), join(copy, name), { recursive: true });
    mkdirSync(join(copy, "dist/types"), { recursive: true });
    appendFileSync(join(copy, file), `\n// ${planted}\n`);
    packPackage(copy, copy);
    expect(findPackedLeaks(copy)).toEqual(found);
  });
});

const toCodes = (text: string, prefix: string): string =>
  Buffer.from(text).toString("hex").replaceAll(/../g, `${prefix}$&`);

function toBase64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function toUrl(text: string): string {
  return toCodes(text, "%");
}

function toJson(text: string): string {
  return toCodes(text, "\\u00");
}
