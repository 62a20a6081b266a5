import type { Situation } from "../classify.ts";
import type { Draft } from "../draft.ts";
import type { Graph } from "../graphs.ts";
import { noteOf } from "../rules/rule.ts";
import { localizationRules } from "../rules/localization-rules.ts";
import type { Found } from "../source/found.ts";
import { isUnknown, lookUp } from "../source/look-up.ts";
import { text } from "../take/text.ts";

/** Joins v1's title and text after a booking into v2's one message. */
export const writeSuccessMessage = (source: Found, situation: Situation, draft: Draft): void => {
  const given = { title: read(source, titlePath, draft), body: read(source, bodyPath, draft) };
  if (situation.isAlreadyV2 || [titlePath, bodyPath].some((path) => isUnknown(source, path))) return;
  if (situation.isRemote) {
    if (given.body !== undefined) draft.write(target, toMessage(given.title ?? "", given.body));
    else if (given.title !== undefined) draft.note({ path: titlePath, kind: "needs-you", text: bodyIsAway });
    return;
  }
  const body = given.body ?? (situation.graph && bodies[situation.graph]);
  if (body === undefined) return;
  draft.write(target, toMessage(given.title ?? "Thanks!", body));
  if (given.body === undefined) draft.note({ path: bodyPath, kind: "reshaped", text: bodyByDefault });
};

const titlePath = "localization.strings.successMessageTitle";
const bodyPath = "localization.strings.successMessageBody";
const target = ["ui", "localization", "success_message"] as const;

const read = (source: Found, path: string, draft: Draft): string | undefined => {
  const found = lookUp(source, path);
  if (found === undefined) return undefined;
  const { value, notes } = text(found, path);
  const rule = localizationRules.find((rule) => rule.path === path);
  if (value !== undefined && rule) draft.note(...noteOf(rule, path));
  draft.note(...notes);
  return typeof value === "string" ? value : undefined;
};

// v1 showed the title as text; v2 reads the whole message as HTML and fills in every %, so both are escaped.
// The class is what v1 had; v2's style sheet still knows it.
const toMessage = (title: string, body: string): string =>
  title === "" ? body : `<div class="title">${escapeHtml(title).replaceAll("%", "%%")}</div>${body}`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

// What v1 says to visitors after a booking, word for word, so that they read the same under v2.
const bodies: Readonly<Record<Graph, string>> = {
  instant:
    "An invitation has been sent to: <br /> %s <br /><br /> Please accept the invitation to confirm the booking.",
  instant_payment: "We have received your payment and reserved your timeslot.<br /><br />Have a great day!",
  confirm_decline:
    "We have received your request and we'll be in touch when we have reviewed it. <br /><br />Have a great day!",
  group_customer:
    "Your seat has been reserved and we've sent you a confirmation by email. <br /><br />Have a great day!",
  group_customer_payment:
    "We have received your payment and reserved a seat for you.<br /><br />Have a great day!",
};

const bodyByDefault =
  "v2 says something else after a booking, so what v1 says is written out. Check that it still says what happens: v2 sends what the project's notifications say.";

const bodyIsAway =
  "v2 has one message for title and text, and the text is stored with your widget: set ui.localization.success_message to both.";
