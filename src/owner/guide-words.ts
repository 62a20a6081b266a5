import { chooseLanguage, type Language } from "../loader/parts/choose-language.ts";
import type { NoteKind } from "../migrate/index.ts";

/** A text for one thing and one for more, with `{count}` in the number's place. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** The words of the owner's dialog. */
export interface GuideWords {
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
    guideTitle: "What v2 needs",
    guideIntro:
      "These are your calendar's lines for Booking.js v2 and v3, made from the options that this page has now. Nothing has been changed: put one of them into your page when you are ready.",
    guideDeprecated:
      "Timekit recommends v2, which it has deprecated as well (July 2022). v3 is the version it works on today. Both need the same App Widget Key and project.",
    guideV2:
      "Closest to v1, and takes every name and address. Needs jQuery, and its times cannot be reached by keyboard.",
    guideV3:
      "Works by keyboard and without jQuery. But it refuses addresses such as jane+x@example.com, a booking that failed leaves the form stuck, and it asks Google for a font.",
    guideCode: "Lines for your page",
    guideCopy: "Copy the lines",
    guideCopied: "Copied.",
    guideCopyFailed: "The browser does not let us copy. The lines are selected: copy them by hand.",
    guideClose: "Close",
    guideLink: "Timekit on the move to v2",
    guideNotes: "",
    guideNeedsYou: { one: "{count} thing needs you", other: "{count} things need you" },
    guideDropped: { one: "{count} option is left out", other: "{count} options are left out" },
    guideReshaped: { one: "{count} option has another form", other: "{count} options have another form" },
    guideRenamed: { one: "{count} option has another name", other: "{count} options have another name" },
  },
  de: {
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
    guideLink: "Timekit über den Wechsel zu v2",
    guideNotes: "Die Hinweise sind auf Englisch.",
    guideNeedsYou: { one: "{count} Punkt braucht Sie", other: "{count} Punkte brauchen Sie" },
    guideDropped: { one: "{count} Option entfällt", other: "{count} Optionen entfallen" },
    guideReshaped: {
      one: "{count} Option hat eine andere Form",
      other: "{count} Optionen haben eine andere Form",
    },
    guideRenamed: { one: "{count} Option heißt anders", other: "{count} Optionen heißen anders" },
  },
  fr: {
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
    guideLink: "Timekit sur le passage à v2",
    guideNotes: "Les notes sont en anglais.",
    guideNeedsYou: { one: "{count} point dépend de vous", other: "{count} points dépendent de vous" },
    guideDropped: { one: "{count} option n’est pas reprise", other: "{count} options ne sont pas reprises" },
    guideReshaped: { one: "{count} option change de forme", other: "{count} options changent de forme" },
    guideRenamed: { one: "{count} option change de nom", other: "{count} options changent de nom" },
  },
  es: {
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
    guideLink: "Timekit sobre el paso a v2",
    guideNotes: "Las notas están en inglés.",
    guideNeedsYou: { one: "{count} punto depende de usted", other: "{count} puntos dependen de usted" },
    guideDropped: { one: "{count} opción no se incluye", other: "{count} opciones no se incluyen" },
    guideReshaped: { one: "{count} opción cambia de forma", other: "{count} opciones cambian de forma" },
    guideRenamed: { one: "{count} opción cambia de nombre", other: "{count} opciones cambian de nombre" },
  },
  da: {
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
    guideLink: "Timekit om skiftet til v2",
    guideNotes: "Noterne er på engelsk.",
    guideNeedsYou: { one: "{count} ting kræver dig", other: "{count} ting kræver dig" },
    guideDropped: { one: "{count} indstilling er udeladt", other: "{count} indstillinger er udeladt" },
    guideReshaped: {
      one: "{count} indstilling har en anden form",
      other: "{count} indstillinger har en anden form",
    },
    guideRenamed: {
      one: "{count} indstilling har et andet navn",
      other: "{count} indstillinger har et andet navn",
    },
  },
  nl: {
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
    guideLink: "Timekit over de overstap naar v2",
    guideNotes: "De aantekeningen zijn in het Engels.",
    guideNeedsYou: { one: "{count} punt vraagt om u", other: "{count} punten vragen om u" },
    guideDropped: { one: "{count} optie vervalt", other: "{count} opties vervallen" },
    guideReshaped: {
      one: "{count} optie heeft een andere vorm",
      other: "{count} opties hebben een andere vorm",
    },
    guideRenamed: {
      one: "{count} optie heeft een andere naam",
      other: "{count} opties hebben een andere naam",
    },
  },
};
