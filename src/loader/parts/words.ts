/** The loader's own words, as visitors read them. */
export interface Words {
  readonly loading: string;
  readonly failed: string;
  readonly bookingFailed: string;
  readonly retry: string;
  readonly fallback: string;
  /** The accessible name of the notice. */
  readonly noticeName: string;
  readonly notice: string;
  readonly upgrade: string;
  readonly dismiss: string;
}

const english: Words = {
  loading: "Loading the calendar …",
  failed: "The calendar cannot be shown at the moment.",
  bookingFailed: "The booking did not go through. Please try again or pick another time.",
  retry: "Try again",
  fallback: "Book another way",
  noticeName: "Upgrade notice",
  notice: "This calendar runs on Booking.js v1, which Timekit has deprecated. Version 2 is recommended.",
  upgrade: "Move to v2",
  dismiss: "Dismiss",
};

const german: Words = {
  loading: "Der Kalender wird geladen …",
  failed: "Der Kalender kann gerade nicht angezeigt werden.",
  bookingFailed: "Die Buchung hat nicht geklappt. Bitte versuchen Sie es erneut oder wählen Sie eine andere Zeit.",
  retry: "Erneut versuchen",
  fallback: "Anders buchen",
  noticeName: "Hinweis zum Umstieg",
  notice: "Dieser Kalender läuft mit Booking.js v1, das Timekit nicht mehr empfiehlt. Empfohlen wird Version 2.",
  upgrade: "Auf v2 umsteigen",
  dismiss: "Ausblenden",
};

const byLanguage: Readonly<Record<string, Words>> = { en: english, de: german };

/** The words in a language (BCP 47), English where it is not known, with single words replaced. */
export const chooseWords = (lang: string, replacements: Readonly<Record<string, unknown>>): Words => {
  const language = lang.toLowerCase().split("-")[0] ?? "";
  const words = Object.prototype.hasOwnProperty.call(byLanguage, language) ? byLanguage[language] : english;
  return { ...english, ...words, ...replacements };
};
