import { found, unprocessable, type FieldErrors } from "../answers.ts";
import { type Call, type Endpoint, knownResources } from "../call.ts";
import type { Period } from "../find-slots.ts";
import { asObject, asText, asTexts, type JsonObject } from "../json.ts";
import { parseConstraints } from "../parse-constraints.ts";
import type { Resource } from "../world-types.ts";
import { isTimeZone, toIso } from "../zoned-time.ts";
import { freeSlots } from "./free-slots.ts";
import { projectOf } from "./get-project.ts";
import { parseSpan } from "./parse-span.ts";

/**
 * `POST /v2/availability`: the slots at which any of the resources is free, or with the mode `mutual` all of them, each
 * with those who are, in the order of the request. (The real `roundrobin_random` shuffles them.)
 */
export const queryAvailability: Endpoint = (call) => {
  const asked = asObject(call.body);
  const projectId = asText(asked["project_id"]);
  const project = projectId === "" ? undefined : projectOf(call, projectId);
  if (projectId !== "" && project === undefined) return invalid("project_id");
  const wanted = { ...asObject(project?.config["availability"]), ...asked };

  const parsed = parseSpan(wanted, { nowMs: call.nowMs, names: { from: "from", until: "to" } });
  if ("errors" in parsed) return unprocessable(parsed.errors);
  const constrained = parseConstraints([
    ...listIn(project?.config["availability_constraints"]),
    ...listIn(asked["constraints"]),
  ]);
  if ("errors" in constrained) return unprocessable(constrained.errors);
  const named = resourcesOf(call, asked["resources"] ?? project?.resourceIds);
  if ("errors" in named) return unprocessable(named.errors);
  const mode = asText(wanted["mode"] ?? defaultMode);
  if (!modes.includes(mode)) return invalid("mode");
  const timeZone = asText(asked["output_timezone"] ?? named.resources[0]?.timeZone);
  if (!isTimeZone(timeZone)) return invalid("output_timezone");

  const search = { span: parsed.span, book: call.book, sieve: constrained.sieve };
  const offers = collect(named.resources, (resource) => freeSlots(resource, search));
  const fitting =
    mode === "mutual" ? offers.filter(({ free }) => free.length === named.resources.length) : offers;
  return found(fitting.map((offer) => describe(offer, timeZone)));
};

interface Offer {
  readonly slot: Period;
  readonly free: readonly Resource[];
}

const modes: readonly string[] = ["roundrobin_random", "roundrobin_prioritized", "mutual"];
const defaultMode = "roundrobin_random";

const invalid = (field: string) => unprocessable({ [field]: [`The selected ${field} is invalid`] });

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const resourcesOf = (
  call: Call,
  value: unknown,
): { readonly resources: readonly Resource[] } | { readonly errors: FieldErrors } => {
  const ids = asTexts(value);
  const known = knownResources(call);
  const resources = ids.flatMap((id) => known.filter((resource) => resource.id === id.toLowerCase()));
  if (ids.length === 0) return { errors: { resources: ["resources or project_id is required"] } };
  if (resources.length < ids.length) return { errors: { resources: ["The selected resources is invalid"] } };
  return { resources };
};

const collect = (
  resources: readonly Resource[],
  slotsOf: (resource: Resource) => readonly Period[],
): readonly Offer[] => {
  const offers = new Map<number, Offer>();
  for (const resource of resources) {
    for (const slot of slotsOf(resource)) {
      offers.set(slot.startMs, { slot, free: [...(offers.get(slot.startMs)?.free ?? []), resource] });
    }
  }
  return [...offers.values()].sort((one, other) => one.slot.startMs - other.slot.startMs);
};

const describe = ({ slot, free }: Offer, timeZone: string): JsonObject => ({
  start: toIso(slot.startMs, timeZone),
  end: toIso(slot.endMs, timeZone),
  resources: free.map(({ id, name, timeZone: timezone }) => ({ id, name, timezone })),
});
