import { describe, expect, test } from "vitest";
import { chooseLanguage, chooseWords, languages } from "../../../../src/loader/ui/words.ts";

test.each([
  ["en", "en"],
  ["de", "de"],
  ["de-AT", "de"],
  ["DE-ch", "de"],
  ["fr_CA", "fr"],
  ["es-419", "es"],
  ["da", "da"],
  ["nl-BE", "nl"],
  ["he", "en"],
  ["den", "en"],
  ["frr", "en"],
  ["x-de", "en"],
  ["", "en"],
])("for %j there are words in %s", (tag, language) => {
  expect(chooseLanguage(tag)).toBe(language);
});

const english = Object.entries(chooseWords("en"));

describe.each(languages.filter((language) => language !== "en"))("in %s", (language) => {
  test("no word is empty or was left in English", () => {
    const words = Object.entries(chooseWords(language));
    expect(words.map(([name]) => name)).toEqual(english.map(([name]) => name));
    expect(words.filter(([, text], index) => text === "" || text === english[index]?.[1])).toEqual([]);
  });

  test("the line beside the start button still names the hosts", () => {
    expect(chooseWords(language).startNote.split("%")).toHaveLength(2);
  });

  test("the notice still names both versions", () => {
    expect(chooseWords(language).notice).toMatch(/Booking\.js v1.* 2/);
  });
});
