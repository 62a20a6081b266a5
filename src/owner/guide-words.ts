import { chooseLanguage, type Language } from "../loader/ui/words.ts";
import type { NoteKind } from "../migrate/index.ts";

/** A text for one thing and one for more, with `{count}` in the number's place. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** The words of the owner's dialog. */
export interface GuideWords {
  /** In the notice, where the page still loads v1 itself; `%` stands for its lines. */
  readonly oldLines: string;
  readonly guideTitle: string;
  readonly guideIntro: string;
  /** That v2 has been given up by Timekit, too. */
  readonly guideDeprecated: string;
  /** What each version costs and gains. */
  readonly guideV2: string;
  readonly guideV3: string;
  readonly guideCode: string;
  readonly guideCopy: string;
  readonly guideCopied: string;
  readonly guideCopyFailed: string;
  readonly guideClose: string;
  readonly guideLink: string;
  /** Said before the notes, which are in English; empty in English. */
  readonly guideNotes: string;
  readonly guideNeedsYou: Counted;
  readonly guideDropped: Counted;
  readonly guideReshaped: Counted;
  readonly guideRenamed: Counted;
}

/** The words in the language that is asked for, else in English, with those of the page in their place. */
export const chooseGuideWords = (request: {
  readonly lang: string;
  readonly words: Readonly<Record<string, string>>;
}): { readonly words: GuideWords; readonly lang: Language } => {
  const lang = chooseLanguage(request.lang);
  const words = { ...guideWords[lang] };
  return { words: Object.assign(words, readOwn(request.words)), lang };
};

/** The page's words that this dialog has too; one text then serves for each number. */
const readOwn = (words: Readonly<Record<string, string>>): Partial<GuideWords> =>
  Object.fromEntries(
    Object.entries(guideWords.en).flatMap(([name, own]) => {
      const text = words[name];
      if (typeof text !== "string") return [];
      return [[name, typeof own === "string" ? text : { one: text, other: text }]];
    }),
  );

/** The heading of each group of notes, in the order of the groups. */
export const headings = {
  "needs-you": "guideNeedsYou",
  dropped: "guideDropped",
  reshaped: "guideReshaped",
  renamed: "guideRenamed",
} as const satisfies Readonly<Record<NoteKind, keyof GuideWords>>;

const guideWords: Readonly<Record<Language, GuideWords>> = {
  en: {
    oldLines:
      "The old Booking.js is still in this page. Delete its lines, and revoke the token in them in Timekit: %",
    guideTitle: "What v2 needs",
    guideIntro:
      "These are your calendar's lines for Booking.js v2 and v3, made from this page's current options. Nothing has been changed yet: put one of them into your page when you are ready.",
    guideDeprecated:
      "Timekit recommends v2, but has deprecated it as well (July 2022). v3 is the version that it maintains today. Both need the same App Widget Key and project.",
    guideV2:
      "Closest to v1, and takes every name and address. Needs jQuery, and its times cannot be reached by keyboard.",
    guideV3:
      "Works by keyboard and without jQuery. But it refuses addresses such as jane+x@example.com, a booking that failed leaves the form stuck, and it asks Google for a font.",
    guideCode: "Lines for your page",
    guideCopy: "Copy the lines",
    guideCopied: "Copied.",
    guideCopyFailed: "The browser did not allow copying. The lines are selected: copy them by hand.",
    guideClose: "Close",
    guideLink: "Timekit’s migration guide",
    guideNotes: "",
    guideNeedsYou: {
      one: "{count} option needs your attention",
      other: "{count} options need your attention",
    },
    guideDropped: { one: "{count} option is left out", other: "{count} options are left out" },
    guideReshaped: {
      one: "{count} option is written differently",
      other: "{count} options are written differently",
    },
    guideRenamed: { one: "{count} option has a new name", other: "{count} options have a new name" },
  },
  de: {
    oldLines:
      "Das alte Booking.js ist noch in dieser Seite. Seine Zeilen löschen und das Token darin in Timekit widerrufen: %",
    guideTitle: "Was v2 braucht",
    guideIntro:
      "Das sind die Zeilen Ihres Kalenders für Booking.js v2 und v3, aus den jetzigen Optionen dieser Seite gemacht. Geändert wurde nichts: Setzen Sie die einen oder die anderen in Ihre Seite, wenn Sie so weit sind.",
    guideDeprecated:
      "Timekit empfiehlt v2, hat aber auch v2 aufgegeben (Juli 2022). An v3 arbeitet es heute. Beide brauchen denselben App Widget Key und dasselbe Projekt.",
    guideV2:
      "Am nächsten an v1, und nimmt jeden Namen und jede Adresse an. Braucht jQuery, und seine Zeiten sind mit der Tastatur nicht erreichbar.",
    guideV3:
      "Lässt sich mit der Tastatur bedienen und braucht kein jQuery. Aber es lehnt Adressen wie jane+x@example.com ab, nach einer misslungenen Buchung bleibt das Formular hängen, und es lädt eine Schrift von Google.",
    guideCode: "Zeilen für Ihre Seite",
    guideCopy: "Zeilen kopieren",
    guideCopied: "Kopiert.",
    guideCopyFailed:
      "Der Browser lässt uns nicht kopieren. Die Zeilen sind ausgewählt: Kopieren Sie sie von Hand.",
    guideClose: "Schließen",
    guideLink: "Timekits Anleitung zum Umstieg",
    guideNotes: "Die Hinweise sind auf Englisch.",
    guideNeedsYou: {
      one: "{count} Punkt braucht Ihre Aufmerksamkeit",
      other: "{count} Punkte brauchen Ihre Aufmerksamkeit",
    },
    guideDropped: { one: "{count} Option entfällt", other: "{count} Optionen entfallen" },
    guideReshaped: {
      one: "{count} Option wird anders geschrieben",
      other: "{count} Optionen werden anders geschrieben",
    },
    guideRenamed: { one: "{count} Option heißt anders", other: "{count} Optionen heißen anders" },
  },
  fr: {
    oldLines:
      "L’ancien Booking.js est encore dans cette page. Supprimez ses lignes et révoquez leur jeton dans Timekit : %",
    guideTitle: "Ce qu’il faut pour v2",
    guideIntro:
      "Voici les lignes de votre calendrier pour Booking.js v2 et v3, tirées des options actuelles de cette page. Rien n’a été modifié : placez les unes ou les autres dans votre page quand vous serez prêt.",
    guideDeprecated:
      "Timekit recommande v2, qu’il a pourtant abandonnée elle aussi (juillet 2022). C’est sur v3 qu’il travaille aujourd’hui. Les deux demandent la même App Widget Key et le même projet.",
    guideV2:
      "La plus proche de v1, elle accepte tous les noms et toutes les adresses. Elle a besoin de jQuery, et ses horaires sont inaccessibles au clavier.",
    guideV3:
      "Elle s’utilise au clavier et sans jQuery. Mais elle refuse des adresses comme jane+x@example.com, une réservation échouée bloque le formulaire, et elle demande une police à Google.",
    guideCode: "Lignes pour votre page",
    guideCopy: "Copier les lignes",
    guideCopied: "Copié.",
    guideCopyFailed:
      "Le navigateur ne nous permet pas de copier. Les lignes sont sélectionnées : copiez-les à la main.",
    guideClose: "Fermer",
    guideLink: "Guide de migration de Timekit",
    guideNotes: "Les notes sont en anglais.",
    guideNeedsYou: {
      one: "{count} point demande votre attention",
      other: "{count} points demandent votre attention",
    },
    guideDropped: { one: "{count} option n’est pas reprise", other: "{count} options ne sont pas reprises" },
    guideReshaped: { one: "{count} option s’écrit autrement", other: "{count} options s’écrivent autrement" },
    guideRenamed: { one: "{count} option change de nom", other: "{count} options changent de nom" },
  },
  es: {
    oldLines: "El Booking.js antiguo sigue en esta página. Borre sus líneas y revoque su token en Timekit: %",
    guideTitle: "Lo que necesita v2",
    guideIntro:
      "Estas son las líneas de su calendario para Booking.js v2 y v3, hechas con las opciones actuales de esta página. No se ha cambiado nada: ponga unas u otras en su página cuando quiera.",
    guideDeprecated:
      "Timekit recomienda v2, que también ha dado por obsoleta (julio de 2022). Hoy trabaja en v3. Ambas necesitan la misma App Widget Key y el mismo proyecto.",
    guideV2:
      "La más parecida a v1, y acepta todos los nombres y direcciones. Necesita jQuery, y no se llega a sus horas con el teclado.",
    guideV3:
      "Se maneja con el teclado y sin jQuery. Pero rechaza direcciones como jane+x@example.com, una reserva fallida deja el formulario bloqueado, y pide un tipo de letra a Google.",
    guideCode: "Líneas para su página",
    guideCopy: "Copiar las líneas",
    guideCopied: "Copiado.",
    guideCopyFailed: "El navegador no nos deja copiar. Las líneas están seleccionadas: cópielas a mano.",
    guideClose: "Cerrar",
    guideLink: "Guía de migración de Timekit",
    guideNotes: "Las notas están en inglés.",
    guideNeedsYou: {
      one: "{count} punto requiere su atención",
      other: "{count} puntos requieren su atención",
    },
    guideDropped: { one: "{count} opción no se incluye", other: "{count} opciones no se incluyen" },
    guideReshaped: {
      one: "{count} opción se escribe de otra manera",
      other: "{count} opciones se escriben de otra manera",
    },
    guideRenamed: { one: "{count} opción cambia de nombre", other: "{count} opciones cambian de nombre" },
  },
  da: {
    oldLines:
      "Det gamle Booking.js er stadig på siden. Slet dets linjer, og tilbagekald deres token i Timekit: %",
    guideTitle: "Hvad v2 kræver",
    guideIntro:
      "Her er din kalenders linjer til Booking.js v2 og v3, lavet ud fra de indstillinger, som siden har nu. Intet er ændret: Sæt de ene eller de andre ind på din side, når du er klar.",
    guideDeprecated:
      "Timekit anbefaler v2, som det også selv har opgivet (juli 2022). Det er v3, det arbejder på i dag. Begge kræver samme App Widget Key og samme projekt.",
    guideV2:
      "Tættest på v1 og tager imod alle navne og adresser. Kræver jQuery, og tiderne kan ikke nås med tastaturet.",
    guideV3:
      "Kan betjenes med tastaturet og uden jQuery. Men den afviser adresser som jane+x@example.com, formularen hænger efter en mislykket booking, og den henter en skrifttype hos Google.",
    guideCode: "Linjer til din side",
    guideCopy: "Kopiér linjerne",
    guideCopied: "Kopieret.",
    guideCopyFailed: "Browseren lader os ikke kopiere. Linjerne er markeret: Kopiér dem selv.",
    guideClose: "Luk",
    guideLink: "Timekits vejledning til skiftet",
    guideNotes: "Noterne er på engelsk.",
    guideNeedsYou: { one: "{count} ting skal du tage dig af", other: "{count} ting skal du tage dig af" },
    guideDropped: { one: "{count} indstilling er udeladt", other: "{count} indstillinger er udeladt" },
    guideReshaped: {
      one: "{count} indstilling skrives anderledes",
      other: "{count} indstillinger skrives anderledes",
    },
    guideRenamed: {
      one: "{count} indstilling har et andet navn",
      other: "{count} indstillinger har et andet navn",
    },
  },
  nl: {
    oldLines:
      "De oude Booking.js staat nog op deze pagina. Verwijder de regels en trek het token daarin in Timekit in: %",
    guideTitle: "Wat v2 nodig heeft",
    guideIntro:
      "Dit zijn de regels van uw agenda voor Booking.js v2 en v3, gemaakt uit de opties die deze pagina nu heeft. Er is niets veranderd: zet de ene of de andere in uw pagina wanneer u zover bent.",
    guideDeprecated:
      "Timekit raadt v2 aan, maar heeft ook v2 opgegeven (juli 2022). Aan v3 werkt het vandaag. Beide hebben dezelfde App Widget Key en hetzelfde project nodig.",
    guideV2:
      "Het dichtst bij v1, en neemt elke naam en elk adres aan. Heeft jQuery nodig, en de tijden zijn niet met het toetsenbord te bereiken.",
    guideV3:
      "Werkt met het toetsenbord en zonder jQuery. Maar het weigert adressen zoals jane+x@example.com, na een mislukte boeking blijft het formulier hangen, en het haalt een lettertype bij Google.",
    guideCode: "Regels voor uw pagina",
    guideCopy: "Regels kopiëren",
    guideCopied: "Gekopieerd.",
    guideCopyFailed:
      "De browser laat ons niet kopiëren. De regels zijn geselecteerd: kopieer ze met de hand.",
    guideClose: "Sluiten",
    guideLink: "Timekits handleiding voor de overstap",
    guideNotes: "De aantekeningen zijn in het Engels.",
    guideNeedsYou: { one: "{count} punt vraagt uw aandacht", other: "{count} punten vragen uw aandacht" },
    guideDropped: { one: "{count} optie vervalt", other: "{count} opties vervallen" },
    guideReshaped: {
      one: "{count} optie wordt anders geschreven",
      other: "{count} opties worden anders geschreven",
    },
    guideRenamed: {
      one: "{count} optie heeft een andere naam",
      other: "{count} opties hebben een andere naam",
    },
  },
};
