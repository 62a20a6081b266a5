import { unprocessable } from "../answers.ts";
import { type Endpoint, knownResources, resourceOf } from "../call.ts";
import { paginate } from "../paginate.ts";

/**
 * `GET /v2/credentials`: those of every resource of the app, or the resource's own; `search=resource.id:<id>` narrows
 * them, `;` means "and". Secrets of every type are among them.
 */
export const listCredentials: Endpoint = (call) => {
  const terms = (call.url.searchParams.get("search") ?? "").split(";").filter((term) => term !== "");
  const wanted = terms.map((term) => /^resource\.id:(.+)$/.exec(term)?.[1]);
  if (wanted.includes(undefined)) return unprocessable({ search: ["Only resource.id can be searched"] });
  const own = resourceOf(call);
  const resources = (own === undefined ? knownResources(call) : [own]).filter(({ id }) =>
    wanted.every((searched) => searched?.toLowerCase() === id),
  );
  return paginate(
    resources.flatMap(({ credentials }) => credentials),
    call.url,
  );
};
