import { found, unprocessable } from "../answers.ts";
import { type Endpoint, knownResources, resourceOf } from "../call.ts";
import { asObject, asTexts } from "../json.ts";
import type { Resource } from "../world-types.ts";
import { toIso } from "../zoned-time.ts";
import { freeSlots } from "./free-slots.ts";
import { namedResources } from "./named-resources.ts";
import { parseSpan } from "./parse-span.ts";

/** `POST /v2/findtime`: the slots at which everyone named is free; without a name, the caller. */
export const findTime: Endpoint = (call) => {
  const body = asObject(call.body);
  const parsed = parseSpan(body, call.nowMs);
  if ("errors" in parsed) return unprocessable(parsed.errors);
  const named = namedResources(knownResources(call), {
    emails: asTexts(body["emails"]),
    userIds: [...asTexts(body["user_ids"]), ...asTexts(body["resource_ids"])],
    calendarIds: asTexts(body["calendar_ids"]),
  });
  if ("errors" in named) return unprocessable(named.errors);
  const own = resourceOf(call);
  const [first, ...others] = named.resources.length > 0 ? named.resources : own === undefined ? [] : [own];
  if (first === undefined) return unprocessable({ emails: ["emails, user_ids or calendar_ids is required"] });

  const startsOf = (resource: Resource): ReadonlySet<number> =>
    new Set(freeSlots(resource, { span: parsed.span, book: call.book }).map(({ startMs }) => startMs));
  const otherStarts = others.map(startsOf);
  return found(
    freeSlots(first, { span: parsed.span, book: call.book })
      .filter(({ startMs }) => otherStarts.every((starts) => starts.has(startMs)))
      .map(({ startMs, endMs }) => ({
        start: toIso(startMs, first.timeZone),
        end: toIso(endMs, first.timeZone),
      })),
  );
};
