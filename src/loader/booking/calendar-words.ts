/** What only a screen reader says of v1's calendar. */
export interface CalendarWords {
  /** The name of the free times as a whole. */
  readonly freeTimes: string;
  /** There are none in what is shown. */
  readonly noTimes: string;
  readonly previousWeek: string;
  readonly nextWeek: string;
  readonly previousDay: string;
  readonly nextDay: string;
  readonly close: string;
}

/** The words in the language of a BCP 47 tag, English where there is no other; `own` are those of the page. */
export const chooseCalendarWords = (
  tag = "en",
  own: Readonly<Partial<Record<string, string>>> = {},
): CalendarWords => {
  const [language = ""] = tag.toLowerCase().split(/[-_]/);
  const column = Math.max(0, languages.indexOf(language));
  const choose = (name: keyof CalendarWords): string => own[name] ?? table[name][column] ?? "";
  return {
    freeTimes: choose("freeTimes"),
    noTimes: choose("noTimes"),
    previousWeek: choose("previousWeek"),
    nextWeek: choose("nextWeek"),
    previousDay: choose("previousDay"),
    nextDay: choose("nextDay"),
    close: choose("close"),
  };
};

/** The order of the columns: the languages of the loader's own words. */
const languages: readonly string[] = ["en", "de", "fr", "es", "da", "nl"];

type Row = readonly [en: string, de: string, fr: string, es: string, da: string, nl: string];

const table: Readonly<Record<keyof CalendarWords, Row>> = {
  freeTimes: [
    "Free times",
    "Freie Zeiten",
    "Horaires libres",
    "Horas libres",
    "Ledige tider",
    "Vrije tijden",
  ],
  noTimes: [
    "No free times",
    "Keine freien Zeiten",
    "Aucun horaire libre",
    "No hay horas libres",
    "Ingen ledige tider",
    "Geen vrije tijden",
  ],
  previousWeek: [
    "Previous week",
    "Vorige Woche",
    "Semaine précédente",
    "Semana anterior",
    "Forrige uge",
    "Vorige week",
  ],
  nextWeek: [
    "Next week",
    "Nächste Woche",
    "Semaine suivante",
    "Semana siguiente",
    "Næste uge",
    "Volgende week",
  ],
  previousDay: [
    "Previous day",
    "Vorheriger Tag",
    "Jour précédent",
    "Día anterior",
    "Forrige dag",
    "Vorige dag",
  ],
  nextDay: ["Next day", "Nächster Tag", "Jour suivant", "Día siguiente", "Næste dag", "Volgende dag"],
  close: ["Close", "Schließen", "Fermer", "Cerrar", "Luk", "Sluiten"],
};
