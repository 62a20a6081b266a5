import { createBoundedMap } from "../bounded-map.ts";
import type { Runtime } from "../runtime.ts";

/** The resources that real visitors ask for: on the owner's list, or with a token in the last day. */
export interface KnownResources {
  readonly isKnown: (id: string) => boolean;
  readonly remember: (id: string) => void;
}

const dayMs = 24 * 60 * 60_000;

const mostResources = 10_000;

export const createKnownResources = (
  listed: ReadonlySet<string> | undefined,
  { now }: Pick<Runtime, "now">,
): KnownResources => {
  const goodAt = createBoundedMap<number>(mostResources);
  return {
    isKnown: (id) => listed?.has(id) === true || now() - (goodAt.get(id) ?? Number.NEGATIVE_INFINITY) < dayMs,
    remember: (id) => goodAt.set(id, now()),
  };
};
