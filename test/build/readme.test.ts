import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { SettingProblem } from "../../src/broker/settings/problem.ts";
import { toVariableName } from "../../src/broker/settings/parse-settings.ts";
import { settingTable } from "../../src/broker/settings/settings.ts";
import { type AllowedOptions, containerOptions } from "../../src/loader/booking/allowed-options.ts";
import { sentences } from "../../src/loader/sentences.ts";
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

const loaderReadme = "src/loader/README.md";
const brokerReadme = "src/broker/README.md";
const documents = ["README.md", loaderReadme, brokerReadme, "CONTRIBUTING.md"];

describe.each(documents)("%s", (name) => {
  const text = read(name);

  it("names only scripts that package.json has", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
    const named = findAll(text, /npm (?:run )?((?:test|demo|build|bench|lint|format)(?::[\w-]+)?)\b/g);
    expect(named.length).toBeGreaterThan(0);
    expect(findAll(text, /npm run ([\w:-]+)/g).filter((script) => !(script in scripts))).toEqual([]);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it("links only to files and headings that exist", () => {
    const links = findAll(text, /(?:\]\(|(?:src|href)=")([^)"\s]+)/g).filter(
      (link) => !/^(https?:|mailto:|tel:|\/\/)/.test(link),
    );
    const isBroken = (link: string): boolean => {
      const [file = "", anchor] = link.split("#");
      const path = file ? join(dirname(name), file) : name;
      if (!existsSync(join(rootFolder, path))) return true;
      return (
        anchor !== undefined &&
        !findAll(read(path), /^#+ (.+)$/gm)
          .map(toAnchor)
          .includes(anchor)
      );
    };
    expect(links.filter(isBroken)).toEqual([]);
  });

  it("has no two headings of one name", () => {
    const headings = findAll(text, /^#+ (.+)$/gm);
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
  });
});

describe("README.md", () => {
  it("shows the tag in its first 25 lines, and has at most 420", () => {
    const lines = read("README.md").split("\n");
    expect(lines.length).toBeLessThanOrEqual(420);
    const tag = lines.slice(0, 25).join("\n");
    expect(tag).toMatch(
      /<script\s+src="[^"]+loader\.js"\s+data-resource-id="[^"]+"\s+data-broker-url="[^"]+"/,
    );
  });

  it("leads to a calendar in five steps", () => {
    expect(findAll(read("README.md"), /^### (\d\. .+)$/gm)).toEqual([
      "1. Find the resource's UUID",
      "2. Run the broker",
      "3. Host the loader",
      "4. Replace the v1 lines",
      "5. Choose who sees the notice",
    ]);
  });

  it("has nginx compress what it sends as JavaScript", () => {
    expect(read("README.md")).toContain("gzip_types text/javascript application/javascript;");
  });

  it.each(["npm ci && npm run demo", "npm ci && npm test"])("gives the command: %s", (command) => {
    expect(read("README.md")).toContain(command);
  });

  it.each(["loader.js", vendorFile, ownerFile])("states the size of %s as it is", async (name) => {
    const { plain, gzip, brotli } = measure(await readDist(name));
    const row = [plain, gzip, brotli].map((bytes) => `${(bytes / 1000).toFixed(1)} kB`).join(" | ");
    expect(read("README.md").replaceAll(/ +/g, " ")).toContain(`| \`${name}\` | ${row} |`);
  });
});

describe("src/loader/README.md", () => {
  it("has a row for every option of the tag and for nothing else", () => {
    const rows = findAll(read(loaderReadme), /^\| *`(data-[a-z-]+)`/gm);
    expect([...rows].sort()).toEqual([...attributes].sort());
  });

  it("names each word that a page can replace", () => {
    const words = { ...chooseWords("en"), ...chooseGuideWords({ lang: "en", words: {} }).words };
    const text = read(loaderReadme);
    expect(Object.keys(words).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it("has a row for every CSS property of our styles and for nothing else", () => {
    const styles = ["src/loader/ui/parts.css", "src/owner/guide.css"].map(read).join("");
    const used = new Set(findAll(styles, /var\((--timekit-[a-z-]+)/g));
    const rows = findAll(read(loaderReadme), /^\| *`(--timekit-[a-z-]+)`/gm);
    expect([...rows].sort()).toEqual([...used].sort());
  });

  it("gives the defaults of the CSS properties as they are", () => {
    const styles = read("src/loader/ui/parts.css");
    for (const [name, value] of [
      ["border", "#8090a8"],
      ["radius", "6px"],
      ["font", "system-ui, sans-serif"],
    ]) {
      expect(styles).toContain(`var(--timekit-${name}, ${value})`);
      expect(read(loaderReadme).replaceAll(/ +/g, " ")).toMatch(
        new RegExp(`\`--timekit-${name}\` \\|[^|]*\\| \`${value}\``),
      );
    }
  });

  it("names every part that ::part() reaches", () => {
    const sources = ["loader/ui/notice.tsx", "loader/ui/status.tsx", "owner/guide.tsx"];
    const parts = new Set(findAll(sources.map((name) => read(`src/${name}`)).join(""), / part="([a-z]+)"/g));
    const [sentence = ""] = /For anything else there is `::part\(\)`[^.]*\./.exec(read(loaderReadme)) ?? [];
    expect([...findAll(sentence, /`([a-z]+)`/g)].sort()).toEqual([...parts].sort());
  });

  it("mentions no attribute that does not exist", () => {
    const mentioned = findAll(read(loaderReadme), /\b(data-[a-z]+(?:-[a-z]+)*)/g);
    expect(
      mentioned.filter(
        (name) =>
          !attributes.includes(name) &&
          !name.startsWith("data-timekit-") &&
          !attributesOfConsentTools.includes(name),
      ),
    ).toEqual([]);
  });

  it("has a row for every error code and every event, and for nothing else", () => {
    const rows = findAll(read(loaderReadme), /^\| *`([a-z]+\/[a-z-]+)`/gm);
    expect([...rows].sort()).toEqual(Object.keys(sentences).sort());
  });

  it("names each option that a container may set", () => {
    const [section = ""] = /\n## Containers\n.*?\n## /s.exec(read(loaderReadme)) ?? [];
    expect(listNames(containerOptions).filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("src/broker/README.md", () => {
  const rows = new Map(
    [...read(brokerReadme).matchAll(/^\| *(`[A-Z_`, ]+) *\|.*\| *([^|]+?) *\|$/gm)].flatMap(
      ([, names = "", absent = ""]) => findAll(names, /`([A-Z_]+)`/g).map((name) => [name, absent] as const),
    ),
  );

  it("has a row for every setting and for nothing else", () => {
    expect([...rows.keys()].sort()).toEqual(Object.keys(settingTable).map(toVariableName).sort());
  });

  it("gives each setting's default as it is", () => {
    const tells = (
      told: string,
      absent: (typeof settingTable)[keyof typeof settingTable]["absent"],
    ): boolean => {
      if (absent instanceof SettingProblem) return told === "required";
      if (absent === undefined) return told !== "required" && !/\d{3}/.test(told);
      // Every other default is text or a number.
      return new RegExp(`(^|[\\s\`])${absent as string | number}(?![\\w.])`).test(told);
    };
    const wrong = Object.entries(settingTable).filter(
      ([key, { absent }]) => !tells(rows.get(toVariableName(key)) ?? "", absent),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("says what each reason for a missing token is called by --check, and what to do", () => {
    for (const reason of [
      "is not on RESOURCE_IDS",
      "does not exist in the app of this API key",
      "has no e-mail address",
      "has no client-token",
      "has no client-token that is still valid",
    ]) {
      expect(read(brokerReadme)).toMatch(new RegExp(`^\\| ${reason} +\\| [a-z]`, "m"));
      expect(read("src/broker/node/check.ts")).toContain(reason);
    }
  });
});

/** The innermost names of a list of options. */
const listNames = (options: AllowedOptions): readonly string[] =>
  Object.entries(options).flatMap(([name, check]) =>
    typeof check === "function" ? [name] : name === "strings" ? [name] : listNames(check),
  );

// As GitHub makes them: https://github.com/gjtorikian/html-pipeline
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, "")
    .replaceAll(" ", "-");
