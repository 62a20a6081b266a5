import { type Graph, graphs } from "./graphs.ts";
import { alreadyV2Rules } from "./rules/already-v2-rules.ts";
import { type Branch, type Found, isBranch } from "./source/found.ts";
import { isTruthy } from "./source/look-up.ts";
import { readValue } from "./source/read-value.ts";
import { isUnknown, lookUp, lookUpText } from "./source/look-up.ts";

/** What the configuration is as a whole, which decides how its parts are read. */
export interface Situation {
  /** Timekit holds the rest of the configuration (`widgetId`, `widgetSlug`), so v1's defaults are not the last word. */
  readonly isRemote: boolean;
  /** Nothing in it is v1's: the owner has been here before. */
  readonly isAlreadyV2: boolean;
  readonly isTeam: boolean;
  /** Undefined for a name that v1 does not know. */
  readonly graph: Graph | undefined;
}

/** Decides it from the configuration alone. */
export const classify = (source: Branch): Situation => {
  const mayBe = (option: string): boolean =>
    lookUp(source, option)?.kind === "code" || isTruthy(lookUp(source, option));
  return {
    isRemote: (mayBe("widgetId") || mayBe("widgetSlug")) && !isTruthy(lookUp(source, "disableRemoteLoad")),
    isAlreadyV2: hasOnlyV2(source),
    isTeam: mayBe("timekitFindTimeTeam"),
    graph: isUnknown(source, "bookingGraph")
      ? undefined
      : toGraph(lookUp(source, "bookingGraph"), lookUpText(source, "bookingGraph")),
  };
};

/** Whether nothing in a configuration is v1's: somebody has moved this page before. */
export const isAlreadyV2 = (config: unknown): boolean => hasOnlyV2(readValue(config));

const toGraph = (found: Found | undefined, name: string | undefined): Graph | undefined =>
  found === undefined || found.kind === "undefined" ? "instant" : graphs.find((graph) => graph === name);

const v2Names = new Set(alreadyV2Rules.flatMap(({ path }) => path.slice(1, -1).split("|")));

// Both versions have these.
const sharedNames = new Set(["autoload", "debug", "callbacks", "name"]);

const hasOnlyV2 = (source: Found): boolean => {
  if (!isBranch(source)) return false;
  const names = source.entries.map(({ key }) => key);
  return (
    names.some((name) => v2Names.has(name)) &&
    names.every((name) => v2Names.has(name) || sharedNames.has(name))
  );
};
