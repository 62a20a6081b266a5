// @vitest-environment node
import { expect, test } from "vitest";
import { chooseCalendarWords } from "../../../../src/loader/booking/calendar-words.ts";
import { languages } from "../../../../src/loader/ui/words.ts";

test.each([
  ["en", "Free times"],
  ["de-AT", "Freie Zeiten"],
  ["FR", "Horaires libres"],
  ["es_MX", "Horas libres"],
  ["da", "Ledige tider"],
  ["nl", "Vrije tijden"],
  ["pt", "Free times"],
  [undefined, "Free times"],
])("%s calls them %s", (tag, freeTimes) => {
  expect(chooseCalendarWords(tag).freeTimes).toBe(freeTimes);
});

test("each of the loader's languages has words of its own", () => {
  const all = languages.map((language) => Object.values(chooseCalendarWords(language)));
  expect(all.flat().filter((word) => word === "")).toEqual([]);
  expect(new Set(all.map(String)).size).toBe(languages.length);
});

test("words of the page win, one by one", () => {
  expect(chooseCalendarWords("de", { close: "Zu" })).toEqual({ ...chooseCalendarWords("de"), close: "Zu" });
});
