import { found, unprocessable } from "../answers.ts";
import { type Endpoint, knownResources, resourceOf } from "../call.ts";
import { asObject, asTexts } from "../json.ts";
import { parseFilters } from "../parse-filters.ts";
import type { Resource } from "../world-types.ts";
import { toIso } from "../zoned-time.ts";
import { freeSlots } from "./free-slots.ts";
import { namedResources } from "./named-resources.ts";
import { parseSpan } from "./parse-span.ts";

/** `POST /v2/findtime`: the slots at which everyone named is free; without a name, the caller. */
export const findTime: Endpoint = (call) => {
  const body = asObject(call.body);
  const parsed = parseSpan(body, { nowMs: call.nowMs });
  if ("errors" in parsed) return unprocessable(parsed.errors);
  const filtered = parseFilters(body["filters"]);
  if ("errors" in filtered) return unprocessable(filtered.errors);
  const named = namedResources(knownResources(call), {
    emails: asTexts(body["emails"]),
    userIds: [...asTexts(body["user_ids"]), ...asTexts(body["resource_ids"])],
    calendarIds: asTexts(body["calendar_ids"]),
  });
  if ("errors" in named) return unprocessable(named.errors);
  const own = resourceOf(call);
  const [first, ...others] = named.resources.length > 0 ? named.resources : own === undefined ? [] : [own];
  if (first === undefined) return unprocessable({ emails: ["emails, user_ids or calendar_ids is required"] });

  const search = { span: parsed.span, book: call.book, sieve: filtered.sieve };
  const startsOf = (resource: Resource): ReadonlySet<number> =>
    new Set(freeSlots(resource, search).map(({ startMs }) => startMs));
  const otherStarts = others.map(startsOf);
  return found(
    freeSlots(first, search)
      .filter(({ startMs }) => otherStarts.every((starts) => starts.has(startMs)))
      .map(({ startMs, endMs }) => ({
        start: toIso(startMs, first.timeZone),
        end: toIso(endMs, first.timeZone),
      })),
  );
};
