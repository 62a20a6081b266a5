import type { Embed } from "../events.ts";
import type { Grant } from "../../contract/grant.ts";
import { LoaderError, toLoaderError } from "../errors.ts";
import { print, type Undo } from "../page.ts";
import type { Services } from "../services.ts";
import type { BookingReports, RunningBooking } from "../vendor.ts";
import { runAttempt } from "./attempt.ts";
import { createDeferred } from "../deferred.ts";
import type { EmbedRequest } from "./embed-request.ts";
import { type Effect, initialLifecycle, type LifecycleEvent, transition } from "./lifecycle.ts";
import { createMountPoint, type FindTarget } from "./mount-point.ts";
import type { EmbedHandle } from "./registry.ts";
import { createReporter } from "./reporter.ts";
import { whenNear, whenOnline } from "./triggers.ts";

export interface EmbedOptions {
  readonly request: EmbedRequest;
  readonly services: Services;
  readonly findTarget: FindTarget;
  /** Somebody else has taken our elements away. */
  readonly onRemoved: (handle: EmbedHandle) => void;
  readonly onDestroyed: (handle: EmbedHandle) => void;
}

/**
 * Drives one calendar from `waiting` to `destroyed`: what happens is an event of its lifecycle, and what that asks
 * for is done here. Never throws. Nothing happens before `begin`.
 */
export const createEmbed = (embedOptions: EmbedOptions): EmbedHandle => {
  const { request, services, findTarget, onRemoved, onDestroyed } = embedOptions;
  const { options, tag, asker } = request;
  const { window, document, console } = services.page;
  const { resourceId = "", brokerUrl = "", fallbackUrl } = options;
  const mountPoint = createMountPoint({
    request,
    services,
    findTarget,
    onOusted: (error) => fail(error),
    onRemoved: () => onRemoved(handle),
  });
  const { tell, tellError, tellIgnored } = createReporter(
    services.page,
    () => mountPoint.target ?? tag ?? document,
    options.dataLayer,
  );
  const widget = createDeferred<HTMLElement>();
  let ready = createDeferred();
  let lifecycle = initialLifecycle;
  let booking: RunningBooking | undefined;
  let stopWaiting: Undo | undefined;

  const dispatch = (event: LifecycleEvent): void => {
    const { lifecycle: next, effects } = transition(lifecycle, event);
    lifecycle = next;
    for (const effect of effects)
      // A listener of the page may have called `retry()` or `destroy()` meanwhile; a failure is told all the same.
      if (lifecycle.attempt === next.attempt || effect.type === "tellError") run(effect);
  };

  const fail = (cause: unknown): void =>
    dispatch({ type: "failed", error: toLoaderError(cause, "widget/failed", "its start") });

  const run = (effect: Effect): void => {
    switch (effect.type) {
      case "stop":
        stopWaiting?.();
        booking?.destroy();
        booking = undefined;
        return;
      case "attempt":
        void attempt(effect);
        return;
      case "renewToken":
        void renewToken(effect.attempt);
        return;
      case "awaitOnline":
        stopWaiting = whenOnline(window, retry);
        return;
      case "replaceReady":
        ready = createDeferred();
        return;
      case "resolveReady":
        ready.resolve();
        return;
      case "rejectReady":
        ready.reject(effect.error);
        return;
      case "tryMount":
        tryMount();
        return;
      case "draw":
        mountPoint.draw({ ...lifecycle, onStart: start, onRetry: retry });
        return;
      case "drawBookingFailure":
        mountPoint.parts?.showStatus({ kind: "bookingFailed", fallbackUrl }, "above");
        return;
      case "tell":
        if (options.debug && effect.name === "timekit-embed:state") print(console, "info", effect.detail.to);
        tell(effect.name, effect.detail);
        return;
      case "tellReady":
        tell("timekit-embed:ready", { resourceId });
        return;
      case "tellError":
        tellError(effect.error);
        return;
      case "unmount":
        mountPoint.remove();
        onDestroyed(handle);
    }
  };

  const requestGrant = (own: number, renew: boolean): Promise<Grant> =>
    services.requestGrant({
      question: { brokerUrl, resourceId, renew },
      asker,
      isWanted: () => lifecycle.attempt === own,
    });

  const attempt = async ({ attempt: own, renew }: Effect & { readonly type: "attempt" }): Promise<void> => {
    const isCurrent = (): boolean => lifecycle.attempt === own;
    mountPoint.keep();
    try {
      const running = await runAttempt({
        request,
        services,
        requestGrant: () => requestGrant(own, renew),
        widget: widget.promise,
        isCurrent,
        onVendor: mountPoint.keep,
        onGranted: () => dispatch({ type: "granted" }),
        reports,
      });
      // v1 may fail, and a callback of the page may destroy, while it starts.
      if (isCurrent()) booking = running;
      else running?.destroy();
    } catch (cause) {
      if (isCurrent()) fail(cause);
    }
  };

  const renewToken = async (own: number): Promise<void> => {
    try {
      const grant = await requestGrant(own, true);
      if (lifecycle.attempt === own) booking?.useToken(grant);
    } catch (cause) {
      if (lifecycle.attempt === own) fail(cause);
    }
  };

  const reports: BookingReports = {
    onShown: (slots) => dispatch({ type: "shown", slots }),
    onBooked: (booked) => dispatch({ type: "booked", booked }),
    onFailure: ({ call, status, reason, url }) => {
      const error = new LoaderError("widget/failed", reason);
      const isUnauthorized = status === 401;
      if (call === "booking") dispatch({ type: "bookingFailed", isUnauthorized, error });
      else dispatch({ type: "availabilityFailed", isUnauthorized, error: services.explain(error, url) });
    },
    onIgnored: tellIgnored,
    onRefused: (option) => fail(new LoaderError("config/bad-option", option)),
    refuse: (option) => new LoaderError("config/bad-option", option),
  };

  const tryMount = (): void => {
    const { state, error } = lifecycle;
    // What has failed early is shown when its place is parsed; only a missing place is looked for no longer.
    if (mountPoint.target || state === "destroyed" || error?.code === "config/no-target") return;
    try {
      const parts = mountPoint.find();
      if (!parts || !mountPoint.target) return;
      run({ type: "draw" });
      widget.resolve(parts.widget);
      if (options.start === "visible" && state === "waiting")
        stopWaiting = whenNear(mountPoint.target, start);
      parts.announce();
    } catch (cause) {
      fail(cause);
    }
  };

  const start = (): void => dispatch({ type: "start" });
  const retry = (): void => dispatch({ type: "retry" });

  const embed: Embed = {
    resourceId: options.resourceId,
    get target() {
      return mountPoint.target ?? null;
    },
    get state() {
      return lifecycle.state;
    },
    get ready() {
      return ready.promise;
    },
    get widget() {
      return lifecycle.state === "ready" ? (booking?.instance ?? null) : null;
    },
    start,
    retry,
    destroy: () => dispatch({ type: "destroy" }),
  };

  const handle: EmbedHandle = {
    embed,
    asker,
    isLost: mountPoint.isLost,
    tryMount,
    begin: () => {
      for (const option of options.ignored) tellIgnored(option);
      tryMount();
      // The network need not wait for the parser.
      // What cannot start says so at once, and asks nobody.
      if (options.start === "auto" || options.error) start();
    },
    detach: mountPoint.detach,
  };
  return handle;
};
