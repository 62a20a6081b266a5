import { grantPath } from "../../src/contract/grant-request.ts";

const standIns = ["server-token", "slow", "down"] as const;

/** A broker that misbehaves, named after the case of the demo in which it takes the real one's place. */
export type StandIn = (typeof standIns)[number];

/** Whether a case of the demo has a broker of its own. */
export const isStandIn = (name: string): name is StandIn => standIns.some((known) => known === name);

/** Where a stand-in answers on the page's own origin. */
export const standInPath = (name: StandIn): string => `/brokers/${name}${grantPath}`;
