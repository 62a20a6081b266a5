import { describe, expect, test } from "vitest";
import { chooseGuideWords } from "../../../src/owner/guide-words.ts";

const english = chooseGuideWords({ lang: "en", words: {} }).words;

describe.each(["de", "fr", "es", "da", "nl"])("in %s", (lang) => {
  const { words } = chooseGuideWords({ lang, words: {} });

  test("no word was left in English or empty", () => {
    const left = Object.entries(english).filter(
      ([name, word]) => Reflect.get(words, name) === word || Reflect.get(words, name) === "",
    );
    expect(left).toEqual([]);
  });

  test("each heading says how many there are", () => {
    const counted = Object.values(words).flatMap((word) =>
      typeof word === "object" ? [word.one, word.other] : [],
    );
    expect(counted).toHaveLength(8);
    expect(counted.filter((text) => !text.startsWith("{count} "))).toEqual([]);
  });
});

test("a page's words stand in the place of ours, one text for every number, and no others", () => {
  const { words } = chooseGuideWords({
    lang: "da",
    words: { guideTitle: "Til v2", guideDropped: "Væk: {count}", notice: "Andet" },
  });
  expect(words.guideTitle).toBe("Til v2");
  expect(words.guideDropped).toEqual({ one: "Væk: {count}", other: "Væk: {count}" });
  expect(words).not.toHaveProperty("notice");
  expect(chooseGuideWords({ lang: "da", words: {} }).words.guideTitle).toBe("Hvad v2 kræver");
});
