import { found, unprocessable } from "../answers.ts";
import { type Endpoint, knownResources } from "../call.ts";
import type { Period } from "../find-slots.ts";
import { asObject, asText, asTexts } from "../json.ts";
import type { Resource } from "../world-types.ts";
import { toIso } from "../zoned-time.ts";
import { freeSlots } from "./free-slots.ts";
import { namedResources } from "./named-resources.ts";
import { parseSpan } from "./parse-span.ts";

/**
 * `POST /v2/findtime/team`: the slots at which anyone of the team is free, each with those who are. As the real one, it
 * hands out the members' tokens; here they are of full power, the worst that they can be.
 */
export const findTeamTime: Endpoint = (call) => {
  const users = asObject(call.body)["users"];
  if (!Array.isArray(users) || users.length === 0) return unprocessable({ users: ["users is required"] });

  const slots = new Map<number, { slot: Period; members: Resource[] }>();
  for (const user of users) {
    const wanted = asObject(user);
    const parsed = parseSpan(wanted, { nowMs: call.nowMs });
    if ("errors" in parsed) return unprocessable(parsed.errors);
    const named = namedResources(knownResources(call), {
      emails: wanted["emails"] === undefined ? [asText(wanted["_email"])] : asTexts(wanted["emails"]),
      userIds: asTexts(wanted["user_ids"]),
      calendarIds: asTexts(wanted["calendar_ids"]),
    });
    if ("errors" in named) return unprocessable(named.errors);
    for (const resource of named.resources) {
      for (const slot of freeSlots(resource, { span: parsed.span, book: call.book })) {
        const entry = slots.get(slot.startMs) ?? { slot, members: [] };
        slots.set(slot.startMs, { ...entry, members: [...entry.members, resource] });
      }
    }
  }
  return found(
    [...slots.values()]
      .sort((one, other) => one.slot.startMs - other.slot.startMs)
      .map(({ slot, members }) => describe(slot, members)),
  );
};

const describe = (slot: Period, members: readonly Resource[]): unknown => ({
  start: toIso(slot.startMs, members[0]?.timeZone ?? "UTC"),
  end: toIso(slot.endMs, members[0]?.timeZone ?? "UTC"),
  users: members.map((member) => ({
    name: member.name,
    email: member.email,
    user_id: member.id,
    calendar_ids: [member.calendarId],
    token: member.apiToken,
  })),
});
