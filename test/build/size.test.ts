import { readFile } from "node:fs/promises";
import { createRequire, SourceMap } from "node:module";
import { expect, it } from "vitest";
import { readDist, vendorFile } from "../tools/dist.ts";
import { measure } from "../tools/measure.ts";

const { resolve } = createRequire(import.meta.url);

/** Preact and ky as published were 18.7 kB of it, with all there was then; what pages of today ask for came on top. */
const limitBytes = 23_000;
/** For the loader and the vendor file, as a multiple of what a page written by hand loads. */
const limitRatio = 1.27;

it(`loader.js is at most ${limitBytes} bytes in brotli`, async () => {
  const { plain, gzip, brotli } = measure(await readDist("loader.js"));
  process.stdout.write(`loader.js: ${plain} bytes, gzip ${gzip}, brotli ${brotli} (limit ${limitBytes})\n`);
  expect(brotli).toBeLessThanOrEqual(limitBytes);
});

it(`loader.js and the vendor file are at most ${limitRatio} of a page written by hand, in brotli`, async () => {
  const toBrotli = (files: readonly Buffer[]): number =>
    files.reduce((sum, file) => sum + measure(file).brotli, 0);
  const ours = toBrotli(await Promise.all(["loader.js", vendorFile].map(readDist)));
  const byHand = toBrotli(
    await Promise.all(
      ["jquery-3.4/dist/jquery.min.js", "timekit-booking/dist/booking.min.js"].map((file) =>
        readFile(resolve(file)),
      ),
    ),
  );
  const ratio = ours / byHand;
  process.stdout.write(
    `with ${vendorFile}: ${ours} bytes, ${ratio.toFixed(3)} of ${byHand} by hand (limit ${limitRatio})\n`,
  );
  expect(ratio).toBeLessThanOrEqual(limitRatio);
});

it("what each part of loader.js costs is known", async () => {
  const parts = await splitByPart();
  const whole = parts.map(({ text }) => text).join("");
  const brotli = measure(Buffer.from(whole)).brotli;
  const costs = new Map<string, { plain: number; brotli: number }>();
  for (const name of new Set(parts.map(({ part }) => part))) {
    const rest = parts.flatMap(({ part, text }) => (part === name ? [] : [text])).join("");
    costs.set(name, {
      plain: whole.length - rest.length,
      brotli: brotli - measure(Buffer.from(rest)).brotli,
    });
  }
  const sorted = [...costs].sort(([, one], [, other]) => other.brotli - one.brotli);
  const lines = sorted.map(([name, cost]) => `  ${name}: ${cost.plain} bytes, brotli ${cost.brotli}\n`);
  process.stdout.write(`loader.js would be smaller without\n${lines.join("")}`);

  expect(whole).toBe((await readDist("loader.js")).toString());
  expect([...costs.keys()]).toEqual(
    expect.arrayContaining(["preact", "ky", "src/loader", "src/loader/token"]),
  );
  expect(sorted.filter(([, cost]) => cost.brotli <= 0)).toEqual([]);
});

interface Piece {
  readonly part: string;
  readonly text: string;
}

/** The built text, cut where the source map goes from one part to another. */
const splitByPart = async (): Promise<readonly Piece[]> => {
  const map = new SourceMap(JSON.parse((await readDist("loader.js.map")).toString()));
  const code = (await readDist("loader.js")).toString();
  const pieces: Piece[] = [];
  for (const [line, text] of code.split(/(?<=\n)/).entries()) {
    for (let column = 0; column < text.length; column += 1) {
      const entry = map.findEntry(line, column);
      const part = toPart("originalSource" in entry ? entry.originalSource : "");
      const last = pieces.at(-1);
      const character = text.charAt(column);
      if (last?.part === part) pieces[pieces.length - 1] = { part, text: last.text + character };
      else pieces.push({ part, text: character });
    }
  }
  return pieces;
};

/** A package by its name, a file of ours by its folder; the map does not say where styles come from. */
const toPart = (source: string): string =>
  /\/node_modules\/([^/]+)/.exec(source)?.[1] ?? /(src\/.*)\//.exec(source)?.[1] ?? "styles and wrapper";
