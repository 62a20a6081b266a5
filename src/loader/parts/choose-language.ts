/** The languages that our own words are in. */
export const languages = ["en", "de", "fr", "es", "da", "nl"] as const;

export type Language = (typeof languages)[number];

/** The language of the words for a BCP 47 tag such as `de-AT`; English where we have no other. */
export const chooseLanguage = (tag: string): Language =>
  languages.find((language) => language === tag.toLowerCase().split(/[-_]/)[0]) ?? "en";
