import type { Draft } from "./draft.ts";
import type { MigrationNote, NoteKind } from "./migration.ts";
import { type Facts, readFact } from "./reshape/account.ts";
import { todoPrefix } from "./reshape/mark-unread.ts";
import { writtenAs } from "./source/code.ts";
import { type Branch, type Entry, type Found, isBranch } from "./source/found.ts";
import { isUnknown, lookUp } from "./source/look-up.ts";
import { pathBelow } from "./source/place.ts";
import { copy } from "./take/copy.ts";
import { refuse } from "./take/take.ts";

/**
 * Writes the options of our own tag: v1's as they are, but for the account, which comes from the broker, and what the
 * loader would refuse.
 */
export const toEmbed = (source: Branch, facts: Facts, draft: Draft): void => {
  nameEnds(facts, draft);
  draft.note(revoke);
  draft.write(["config"], {});
  for (const { key, found } of thin(source, "", draft)) {
    if (key === "targetEl") writeTarget(found, draft);
    else writeOption(key, found, draft);
  }
  if (!draft.has("target")) draft.write(["target"], "#bookingjs");
  keepBlanks(source, draft);
};

// The broker names the resource; a page that shows no name or picture goes on without. A stored widget has its own.
const keepBlanks = (source: Branch, draft: Draft): void => {
  if (["widgetId", "widgetSlug"].some((option) => lookUp(source, option) !== undefined)) return;
  for (const option of ["name", "avatar"]) {
    if (draft.has(`config.${option}`) || isUnknown(source, option)) continue;
    draft.write(["config", option], "");
    draft.note({ path: option, kind: "reshaped", text: blank });
  }
};

const blank =
  "Your page shows none, so an empty one is written: without it the tag would show what Timekit has for the resource.";

const nameEnds = (facts: Facts, draft: Draft): void => {
  const resourceId = readFact(facts, "resourceId");
  if (resourceId === undefined) draft.note(resourceNeeded);
  else draft.write(["resourceId"], resourceId);
  const brokerUrl = readFact(facts, "brokerUrl");
  if (brokerUrl === undefined) draft.note(brokerNeeded);
  else draft.write(["brokerUrl"], brokerUrl);
};

const writeTarget = (found: Found, draft: Draft): void => {
  const path = "targetEl";
  if (found.kind === "code" && writtenAs(found.value)?.kind === "doubt")
    return writeOption(path, found, draft);
  if (found.kind !== "text" && found.kind !== "code")
    return draft.note(...refuse(found, path, "a CSS selector").notes);
  draft.write(["target"], found.value);
  draft.note({ path, kind: "renamed", text: "Is target (data-target in the tag)." });
};

const writeOption = (key: string, found: Found, draft: Draft): void => {
  if (found.kind === "code" && writtenAs(found.value)?.kind === "doubt") {
    draft.write(["config", `${todoPrefix}${key}`], found.value);
    return draft.note({ path: key, kind: "needs-you", text: doubtful });
  }
  const { value, notes } = copy(found, key);
  if (value !== undefined) draft.write(["config", key], value);
  draft.note(...notes.map(inWordsOfEmbed));
};

// Notes of the rules for v2 speak of v2; here the same function runs as before.
const inWordsOfEmbed = (note: MigrationNote): MigrationNote =>
  note.text.startsWith("Your function") ? { ...note, kind: "reshaped", text: yourFunction } : note;

// Leaves out what the loader does not take, with a note on each.
const thin = (branch: Branch, above: string, draft: Draft): readonly Entry[] =>
  branch.entries.flatMap(({ key, found }): readonly Entry[] => {
    const path = pathBelow(above, branch.kind, key);
    const refused = refusals.find(({ pattern }) => pattern.test(path));
    if (refused) {
      draft.note({ path, kind: refused.kind, text: refused.text });
      return [];
    }
    if (found.kind === "secret") {
      draft.note({ path, kind: "dropped", text: credential });
      // In a list the others keep their positions.
      return branch.kind === "list" ? [{ key, found: { kind: "null" } }] : [];
    }
    if (!isBranch(found)) return [{ key, found }];
    return [{ key, found: { ...found, entries: thin(found, path, draft) } }];
  });

interface Refusal {
  readonly pattern: RegExp;
  readonly kind: NoteKind;
  readonly text: string;
}

const credential =
  "Never carried over: the broker hands out a client-token instead. Revoke this one at Timekit, since everybody who has seen the page has it.";

const refusals: readonly Refusal[] = [
  { pattern: /^apiToken$/, kind: "dropped", text: credential },
  {
    pattern: /^(?:app|email|timekitConfig\.app)$/,
    kind: "dropped",
    text: "Comes from the broker together with the token, to which it belongs.",
  },
  {
    pattern: /^timekitConfig\.(?:appKey|resourceEmail|resourceKey|userEmail|userApiToken)$/,
    kind: "dropped",
    text: credential,
  },
  {
    pattern: /^timekitConfig\.headers\.(?:authorization|timekit-app)$/i,
    kind: "dropped",
    text: "Comes from the broker together with the token, to which it belongs.",
  },
  {
    pattern: /^autoload$/,
    kind: "dropped",
    text: "Our tag starts the calendar itself. To start it later, leave the resource id out of the tag and call TimekitEmbed.mount().",
  },
  {
    pattern: /^timekitFindTimeTeam$/,
    kind: "needs-you",
    text: "The loader refuses it, since Timekit's answer would bring tokens of the team's members into the page. Make one calendar for each member, or move to v2 or v3, which know teams by their resources.",
  },
];

const yourFunction =
  "Your function stays as it is. No attribute can hold one, so a script beside the tag starts this calendar.";
const doubtful = "Your page sets it, but not always. Where the lines say TODO, write by hand what you want.";

const revoke: MigrationNote = {
  path: "apiToken",
  kind: "needs-you",
  text: "The token that stood in this page must be revoked at Timekit once the new lines run: everybody who has seen the page has it.",
};

const resourceNeeded: MigrationNote = {
  path: "email",
  kind: "needs-you",
  text: "The tag names who is booked by resource id. You find it at admin.timekit.io under Resources; put it into data-resource-id.",
};

const brokerNeeded: MigrationNote = {
  path: "apiToken",
  kind: "needs-you",
  text: "The token comes from your own broker: put its address into data-broker-url. It ends in /client-token.",
};
