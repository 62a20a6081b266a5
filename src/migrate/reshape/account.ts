import type { Draft } from "../draft.ts";
import type { MigrationFacts, MigrationNote } from "../migration.ts";
import type { Found } from "../source/found.ts";
import { lookUp } from "../source/look-up.ts";

/** What is known beside the configuration, with its secrets hidden. */
export type Facts = Found;

/** Writes the App Widget Key and the project, or says where to get them; to be done before anything else. */
export const nameAccount = (source: Found, facts: Facts, draft: Draft): void => {
  const key = readFact(facts, "appKey");
  if (key !== undefined) draft.write(["app_key"], key);
  else if (lookUp(source, "app_key")?.kind !== "text") draft.note(keyNeeded);
  if (isRefused(facts, "appKey")) draft.note(keyRefused);
  const project = readFact(facts, "projectId");
  if (project !== undefined) draft.write(["project_id"], project);
  else if (lookUp(source, "project_id") === undefined && lookUp(source, "project_slug") === undefined) {
    draft.note(projectNeeded);
  }
};

/** A fact that is a text and no secret; undefined where it is not known. */
export const readFact = (facts: Facts, name: keyof MigrationFacts): string | undefined => {
  const found = lookUp(facts, name);
  return found?.kind === "text" && found.value !== "" ? found.value : undefined;
};

const isRefused = (facts: Facts, name: keyof MigrationFacts): boolean =>
  lookUp(facts, name)?.kind === "secret";

const keyNeeded: MigrationNote = {
  path: "apiToken",
  kind: "needs-you",
  text: "v2 needs an App Widget Key as app_key. You find it at admin.timekit.io under API Settings; it begins with live_widget_key_ or test_widget_key_ and may stand in a page. Never use the App API Key there: it opens all of your company's calendars.",
};

const keyRefused: MigrationNote = {
  path: "apiToken",
  kind: "needs-you",
  text: "What was given as the key for v2 is not an App Widget Key but a key or token that must never stand in a page, so it is not written.",
};

const projectNeeded: MigrationNote = {
  path: "email",
  kind: "needs-you",
  text: "v2 works with a project, which holds who is booked, the notifications and the opening hours. Create one at admin.timekit.io under Projects and put its id into project_id. What stands in the page wins over what the project says, so visitors go on seeing what they see now.",
};
