import { graphs } from "../graphs.ts";
import { refuse, type Take, taken } from "./take.ts";

/** The way in which a booking goes. */
export const graph: Take = (found, path) => {
  if (found.kind === "text") {
    return graphs.some((known) => known === found.value) ? taken(found.value) : { notes: [unknown(path)] };
  }
  return refuse(found, path, "the name of a booking graph");
};

const unknown = (path: string) =>
  ({
    path,
    kind: "needs-you",
    text: `No booking graph has this name. Choose one for booking.graph: ${graphs.join(", ")}. Without one v2 confirms at once (instant).`,
  }) as const;
