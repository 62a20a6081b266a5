import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { optionTable } from "../../src/loader/options/option-table.ts";
import { chooseWords } from "../../src/loader/ui/words.ts";
import { chooseGuideWords } from "../../src/owner/guide-words.ts";
import { ownerFile, readDist, rootFolder, vendorFile } from "../tools/dist.ts";
import { measure } from "../tools/measure.ts";

const read = (name: string): string => readFileSync(join(rootFolder, name), "utf8");
const findAll = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

// `words` and `nonce` can only be given to `mount()`.
const attributes = Object.keys(optionTable)
  .filter((name) => name !== "words" && name !== "nonce")
  .map((name) => `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);

const attributesOfConsentTools = ["data-cookieconsent", "data-name", "data-type", "data-src"];

describe.each(["README.md", "CONTRIBUTING.md"])("%s", (name) => {
  let text: string;
  beforeAll(() => {
    text = read(name);
  });

  it("names only scripts that package.json has", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
    const named = findAll(text, /npm (?:run )?((?:test|demo|build|bench|lint|format)(?::[\w-]+)?)\b/g);
    expect(named.length).toBeGreaterThan(1);
    expect(findAll(text, /npm run ([\w:-]+)/g).filter((script) => !(script in scripts))).toEqual([]);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it("links only to files and headings that exist", () => {
    const links = findAll(text, /(?:\]\(|(?:src|href)=")([^)"\s]+)/g).filter(
      (link) => !/^(https?:|mailto:|tel:)/.test(link),
    );
    const headings = findAll(text, /^#+ (.+)$/gm).map(toAnchor);
    const isBroken = (link: string): boolean =>
      link.startsWith("#")
        ? !headings.includes(link.slice(1))
        : !existsSync(join(rootFolder, dirname(name), link.split("#")[0] ?? ""));
    expect(links.filter(isBroken)).toEqual([]);
  });
});

describe("README.md", () => {
  it.each(["npm ci && npm run demo", "npm ci && npm test"])("gives the command: %s", (command) => {
    expect(read("README.md")).toContain(command);
  });

  it("has a row for every option of the tag and for nothing else", () => {
    const rows = findAll(read("README.md"), /^\| *`(data-[a-z-]+)`/gm);
    expect([...rows].sort()).toEqual([...attributes].sort());
  });

  it("names each word that a page can replace", () => {
    const words = { ...chooseWords("en"), ...chooseGuideWords({ lang: "en", words: {} }).words };
    const text = read("README.md");
    expect(Object.keys(words).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it("has a row for every CSS property of our styles and for nothing else", () => {
    const styles = ["src/loader/parts/parts.css", "src/owner/guide.css"].map(read).join("");
    const used = new Set(findAll(styles, /var\((--timekit-[a-z-]+)/g));
    const rows = findAll(read("README.md"), /^\| *`(--timekit-[a-z-]+)`/gm);
    expect([...rows].sort()).toEqual([...used].sort());
  });

  it("gives the defaults of the CSS properties as they are", () => {
    const styles = read("src/loader/parts/parts.css");
    for (const [name, value] of [
      ["border", "#8090a8"],
      ["radius", "6px"],
      ["font", "system-ui, sans-serif"],
    ]) {
      expect(styles).toContain(`var(--timekit-${name}, ${value})`);
      expect(read("README.md").replaceAll(/ +/g, " ")).toMatch(
        new RegExp(`\`--timekit-${name}\` \\|[^|]*\\| \`${value}\``),
      );
    }
  });

  it("names every part that ::part() reaches", () => {
    const sources = ["loader/parts/notice.tsx", "loader/parts/status.tsx", "owner/guide.tsx"];
    const parts = new Set(findAll(sources.map((name) => read(`src/${name}`)).join(""), / part="([a-z]+)"/g));
    const [sentence = ""] = /For anything else there is `::part\(\)`[^.]*\./.exec(read("README.md")) ?? [];
    expect([...findAll(sentence, /`([a-z]+)`/g)].sort()).toEqual([...parts].sort());
  });

  it("mentions no attribute that does not exist", () => {
    const mentioned = findAll(read("README.md"), /\b(data-[a-z]+(?:-[a-z]+)*)/g);
    expect(
      mentioned.filter(
        (name) =>
          !attributes.includes(name) &&
          !name.startsWith("data-timekit-") &&
          !attributesOfConsentTools.includes(name),
      ),
    ).toEqual([]);
  });

  it.each(["loader.js", vendorFile, ownerFile])("states the size of %s as it is", async (name) => {
    const { plain, gzip, brotli } = measure(await readDist(name));
    const row = [plain, gzip, brotli].map((bytes) => `${(bytes / 1000).toFixed(1)} kB`).join(" | ");
    expect(read("README.md").replaceAll(/ +/g, " ")).toContain(`| \`${name}\` | ${row} |`);
  });
});

// As GitHub makes them: https://github.com/gjtorikian/html-pipeline
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, "")
    .replaceAll(" ", "-");
