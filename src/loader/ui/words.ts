/** The loader's own words, as visitors read them. */
export interface Words {
  readonly loading: string;
  /** On the button that starts the calendar. */
  readonly start: string;
  /** Beside it; `%` stands for hosts. */
  readonly startNote: string;
  readonly failed: string;
  readonly bookingFailed: string;
  readonly retry: string;
  readonly fallback: string;
  /** The accessible name of the notice. */
  readonly noticeName: string;
  readonly notice: string;
  readonly upgrade: string;
  readonly guide: string;
  readonly dismiss: string;
}

/** The words in a language. */
export const chooseWords = (language: Language): Words => {
  const column = languages.indexOf(language);
  const words: Record<string, string> = {};
  for (const [name, row] of Object.entries(table)) words[name] = row[column] ?? "";
  // Each word has its row, and each row all languages.
  return words as unknown as Words;
};

/** One text for each language, in the order of the languages. */
type Row = RowOf<typeof languages>;
type RowOf<Languages> = { readonly [Index in keyof Languages]: string };

const table: Readonly<Record<keyof Words, Row>> = {
  loading: [
    "Loading the calendar",
    "Der Kalender lädt",
    "Chargement du calendrier",
    "Cargando el calendario",
    "Kalenderen hentes",
    "De agenda laadt",
  ],
  start: [
    "Show the calendar",
    "Kalender anzeigen",
    "Afficher le calendrier",
    "Mostrar el calendario",
    "Vis kalenderen",
    "Agenda tonen",
  ],
  startNote: [
    "This contacts %.",
    "Dabei wird eine Verbindung zu % aufgebaut.",
    "Cela établit une connexion avec %.",
    "Para ello se conecta con %.",
    "Der oprettes forbindelse til %.",
    "Daarbij wordt verbinding gemaakt met %.",
  ],
  failed: [
    "The calendar cannot be shown at the moment.",
    "Der Kalender ist gerade nicht verfügbar.",
    "Le calendrier est indisponible.",
    "El calendario no está disponible.",
    "Kalenderen kan ikke vises lige nu.",
    "De agenda is nu niet beschikbaar.",
  ],
  bookingFailed: [
    "The booking did not go through. Try again, or pick another time.",
    "Die Buchung ist gescheitert. Noch einmal versuchen oder eine andere Zeit wählen.",
    "La réservation a échoué. Réessayez ou choisissez une autre heure.",
    "La reserva ha fallado. Pruebe otra vez o elija otra hora.",
    "Bookingen lykkedes ikke. Prøv igen, eller vælg en anden tid.",
    "De boeking is niet gelukt. Probeer opnieuw of kies een andere tijd.",
  ],
  retry: [
    "Try again",
    "Noch einmal versuchen",
    "Réessayer",
    "Probar otra vez",
    "Prøv igen",
    "Probeer opnieuw",
  ],
  fallback: [
    "Book another way",
    "Anders buchen",
    "Réserver autrement",
    "Reservar de otra forma",
    "Book på anden vis",
    "Anders boeken",
  ],
  noticeName: ["Upgrade notice", "Hinweis auf v2", "Avis sur v2", "Aviso sobre v2", "Om v2", "Over v2"],
  notice: [
    "This calendar runs on Booking.js v1, which Timekit has deprecated. Version 2 is recommended.",
    "Dieser Kalender nutzt das veraltete Booking.js v1. Empfohlen ist Version 2.",
    "Ce calendrier utilise Booking.js v1, obsolète. La version 2 est recommandée.",
    "Este calendario usa Booking.js v1, obsoleto. Se recomienda la versión 2.",
    "Kalenderen bruger det udfasede Booking.js v1. Version 2 anbefales.",
    "Deze agenda gebruikt het verouderde Booking.js v1. Versie 2 is aanbevolen.",
  ],
  upgrade: ["Move to v2", "Zu v2 wechseln", "Passer à v2", "Pasar a v2", "Skift til v2", "Naar v2"],
  guide: [
    "Show what v2 needs",
    "Was v2 braucht",
    "Ce qu’il faut pour v2",
    "Lo que necesita v2",
    "Hvad v2 kræver",
    "Wat v2 nodig heeft",
  ],
  dismiss: ["Dismiss", "Ausblenden", "Masquer", "Ocultar", "Skjul", "Verbergen"],
};

/** The languages that our own words are in. */
export const languages = ["en", "de", "fr", "es", "da", "nl"] as const;

export type Language = (typeof languages)[number];

/** The language of the words for a BCP 47 tag such as `de-AT`; English where we have no other. */
export const chooseLanguage = (tag: string): Language =>
  languages.find((language) => language === tag.toLowerCase().split(/[-_]/)[0]) ?? "en";
