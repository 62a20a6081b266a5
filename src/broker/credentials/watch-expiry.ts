import { createBoundedMap } from "../bounded-map.ts";
import type { Log } from "../log.ts";
import type { ClientToken } from "./client-token.ts";

interface Granted extends Pick<ClientToken, "expiresAtMs"> {
  readonly resourceId: string;
  /** On Timekit's clock. */
  readonly nowMs: number;
}

/** Notes when what was granted expires. */
type WatchExpiry = (granted: Granted) => void;

interface WatchOptions {
  /** How long before it expires a token is warned of. */
  readonly warningDays: number;
  readonly log: Pick<Log, "tell">;
}

interface Seen {
  /** The soonest of what was granted lately; infinite where it never expires. */
  readonly expiresAtMs: number;
  readonly atMs: number;
  readonly warnedAtMs: number | undefined;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

// About a hundred bytes each. Only resources that have a token are here, so strangers cannot fill it.
const mostResources = 10_000;

/**
 * Tells the log, and through it the metrics, when the tokens of each resource expire: as a warning, once a day, when that
 * is near. Pages may be given different tokens of one resource, so it is the soonest within an hour that counts; a
 * token that was renewed is noticed after that.
 */
export const createWatchExpiry = ({ warningDays, log }: WatchOptions): WatchExpiry => {
  const warningMs = warningDays * dayMs;
  const seen = createBoundedMap<Seen>(mostResources);
  return ({ resourceId, expiresAtMs: given, nowMs }) => {
    const expiresAtMs = given ?? Number.POSITIVE_INFINITY;
    const last = seen.get(resourceId);
    if (last && isWithin(hourMs, last.atMs, nowMs) && expiresAtMs >= last.expiresAtMs) return;
    const warnedAtMs = last?.warnedAtMs;
    const isWarned = warnedAtMs !== undefined && isWithin(dayMs, warnedAtMs, nowMs);
    const mustWarn = expiresAtMs - nowMs < warningMs && !isWarned;
    seen.set(resourceId, { expiresAtMs, atMs: nowMs, warnedAtMs: mustWarn ? nowMs : warnedAtMs });
    log.tell({
      level: mustWarn ? "warn" : "debug",
      event: "expiry",
      resource_id: resourceId,
      ...(given !== null && { expires: new Date(given).toISOString() }),
      ...(mustWarn && { message }),
    });
  };
};

const message = "This resource's client-token expires soon: ask Timekit for a new one, or move on to v2.";

// A time that lies ahead means that the clock was set back.
const isWithin = (durationMs: number, atMs: number, nowMs: number): boolean =>
  atMs <= nowMs && nowMs - atMs < durationMs;
