import type { FieldErrors } from "../answers.ts";
import type { Resource } from "../world-types.ts";

/** The ways to name a resource in a request. */
export interface Names {
  readonly emails: readonly string[];
  readonly userIds: readonly string[];
  readonly calendarIds: readonly string[];
}

/** Looks every name up; one that nobody has is an error of its field. */
export const namedResources = (
  known: readonly Resource[],
  names: Names,
): { readonly resources: readonly Resource[] } | { readonly errors: FieldErrors } => {
  const resources = new Set<Resource>();
  const lookUps = [
    ["emails", names.emails, (resource: Resource) => resource.email],
    ["user_ids", names.userIds, (resource: Resource) => resource.id],
    ["calendar_ids", names.calendarIds, (resource: Resource) => resource.calendarId],
  ] as const;
  for (const [field, wanted, nameOf] of lookUps) {
    for (const name of wanted) {
      const resource = known.find((candidate) => nameOf(candidate) === name);
      if (resource === undefined) return { errors: { [field]: [`The selected ${field} is invalid`] } };
      resources.add(resource);
    }
  }
  return { resources: [...resources] };
};
