import { expect, it } from "vitest";
import { listDist, readDist } from "../tools/dist.ts";

// What content blockers hide or refuse to load: https://easylist.to
const suspicious = /banner|(^|[^a-z])ads?([^a-z]|$)|advert|analytics|tracking|tracker|sponsor|promo(?!is)/i;

it("no built file is named like advertising or tracking", () => {
  expect(listDist().filter((name) => suspicious.test(name))).toEqual([]);
});

it("no name that loader.js puts into a page is like advertising or tracking", async () => {
  const code = (await readDist("loader.js")).toString();
  const strings = [...code.matchAll(/`((?:[^`\\]|\\.)*)`|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)];
  const texts = strings.map(([, ...alternatives]) => alternatives.find((text) => text !== undefined) ?? "");

  // Sentences and CSS are not names, but a class, an id or a part inside of them would be.
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((text) => suspicious.test(text))).toEqual([]);
});
