import { refuse, type Take, taken } from "./take.ts";

/** A view of the calendar that both versions know. */
export const view: Take = (found, path) => {
  if (found.kind === "text" && views.includes(found.value)) return taken(found.value);
  if (found.kind !== "text") return refuse(found, path, "the name of a view");
  return {
    notes: [
      {
        path,
        kind: "needs-you",
        text: "v1 knows no such view and stays empty with it. Choose agendaWeek or listing; agendaWeek is written for now.",
      },
    ],
  };
};

const views: readonly string[] = ["agendaWeek", "listing"];
