/** The languages that our own words are in. */
export type Language = "en" | "de" | "fr" | "es" | "da" | "nl";

/** The language of the words for a BCP 47 tag such as `de-AT`; English where we have no other. */
export const chooseLanguage = (tag: string): Language => {
  const [, language = "en"] = /^(de|fr|es|da|nl)\b/i.exec(tag) ?? [];
  // One of those that the pattern names.
  return language.toLowerCase() as Language;
};
