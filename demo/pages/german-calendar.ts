/** Booking.js v1 in German: its own texts, and the words that its calendar library asks for. */
export const germanCalendar = {
  localization: {
    timeDateFormat: "24h-dmy-mon",
    strings: {
      submitText: "Buchen",
      successMessageTitle: "Danke",
      successMessageBody: "Eine Einladung ging an: %s",
      timezoneHelperLoading: "Wird geladen …",
      timezoneHelperDifferent: "Ihre Uhr weicht um %1$s Stunden von %3$s ab (angezeigt wird Ihre Ortszeit)",
      timezoneHelperSame: "Sie sind in derselben Zeitzone wie %s",
    },
  },
  bookingFields: {
    name: { placeholder: "Name" },
    email: { placeholder: "E-Mail" },
    comment: { placeholder: "Was ist zu tun?" },
  },
  fullCalendar: {
    views: { agenda: { columnFormat: "ddd D.M." }, basic: { columnFormat: "dddd D.M." } },
    buttonText: { today: "Heute" },
    dayNames: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
    dayNamesShort: ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
    monthNames: [
      "Januar",
      "Februar",
      "März",
      "April",
      "Mai",
      "Juni",
      "Juli",
      "August",
      "September",
      "Oktober",
      "November",
      "Dezember",
    ],
  },
} as const;
