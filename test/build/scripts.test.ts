import { parse } from "acorn";
import { expect, it } from "vitest";
import { listDist, readDist, vendorFile } from "../tools/dist.ts";

const scripts = listDist().filter((name) => /\.[cm]?js$/.test(name));

it.each(scripts)("%s is at most ES2022", async (name) => {
  const sourceType = /\.mjs$|^broker\/|^(cli|migrate|react)\./.test(name) ? "module" : "script";
  const code = (await readDist(name)).toString();
  expect(() => parse(code, { ecmaVersion: 2022, sourceType, allowHashBang: true })).not.toThrow();
});

it("the syntax check refuses what came after ES2022", () => {
  expect(() => parse("/[a--b]/v", { ecmaVersion: 2022 })).toThrow(SyntaxError);
});

// The vendor file has a test of its own: it is UTF-8 and says so.
it.each(scripts.filter((name) => name !== vendorFile))("%s is ASCII", async (name) => {
  const code = (await readDist(name)).toString();
  expect(code.match(/[^\t\n\r\x20-\x7e]/g)).toBeNull();
});

it("loader.js leaves nothing at the top level: no name, and no strict mode for a script joined to it", async () => {
  const { body } = parse((await readDist("loader.js")).toString(), {
    ecmaVersion: 2022,
    sourceType: "script",
  });
  expect(body.map((statement) => statement.type)).toEqual(["ExpressionStatement"]);
  expect(body.map((statement) => "directive" in statement)).toEqual([false]);
});

it.each(["broker/index.js", "broker/worker.js"])(
  "%s needs no module beside it, not even one of Node's",
  async (name) => {
    const { body } = parse((await readDist(name)).toString(), { ecmaVersion: 2022, sourceType: "module" });
    expect(body.filter((statement) => statement.type === "ImportDeclaration")).toEqual([]);
  },
);
