import type { Grant } from "../contract/grant.ts";
import { createPlace } from "./create-place.ts";
import { createDeferred } from "./deferred.ts";
import type { Embed } from "./embed.ts";
import { LoaderError, toLoaderError } from "./errors.ts";
import { next, type LifecycleEvent, type State } from "./lifecycle.ts";
import type { Undo } from "./page.ts";
import { print } from "./print.ts";
import type { EmbedHandle, EmbedRequest, Shared } from "./shared.ts";
import { runAttempt } from "./run-attempt.ts";
import { createTeller } from "./teller.ts";
import { drawState } from "./show-parts.ts";
import type { BookingReports, RunningBooking } from "./vendor.ts";
import { whenNear } from "./when-near.ts";
import { whenOnline } from "./when-online.ts";

/** So often a failed calendar tries again when the browser comes back online, until it is shown. */
const onlineRetries = 3;

/** Drives one calendar from `waiting` to `destroyed`; never throws. Nothing happens before `begin`. */
export const createEmbed = (request: EmbedRequest, shared: Shared): EmbedHandle => {
  const { options, tag, asker } = request;
  const { window, document, console } = shared.page;
  const place = createPlace(request, shared, {
    fail: (error) => fail(error),
    drop: () => shared.drop(handle),
  });
  const widget = createDeferred<HTMLElement>();
  let ready = createDeferred();
  let state: State = "waiting";
  let booking: RunningBooking | undefined;
  let stopWaiting: Undo | undefined;
  /** Grows with each attempt: what an earlier one still brings is nobody's. */
  let attempt = 0;
  let hasRenewed = false;
  let retriesLeft = onlineRetries;
  let error: LoaderError | undefined;

  const { tell, tellError, tellIgnored } = createTeller(console, () => place.target ?? tag ?? document);

  const move = (event: LifecycleEvent): boolean => {
    const from = state;
    state = next(state, event);
    if (state === from) return false;
    if (options.debug) print(console, "info", state);
    tell("timekit-embed:state", { from, to: state });
    return true;
  };

  const stop = (): void => {
    attempt += 1;
    stopWaiting?.();
    booking?.destroy();
    booking = undefined;
  };

  const draw = (): void => {
    if (place.parts)
      drawState(place.parts, { state, error, onRetry: retry, fallbackUrl: options.fallbackUrl });
  };

  const fail = (cause: unknown): void => {
    if (next(state, "fail") === state) return;
    const failure = (error = toLoaderError(cause, "widget/failed", "its start"));
    stop();
    if (failure.retryable && retriesLeft-- > 0) stopWaiting = whenOnline(window, retry);
    ready.reject(failure);
    // From here on a listener of the page may have called `retry()` or `destroy()`.
    move("fail");
    draw();
    tellError(failure);
  };

  const askForGrant = (renew: boolean, own = attempt): Promise<Grant> => {
    hasRenewed = renew;
    const { resourceId = "", brokerUrl = "" } = options;
    const question = { brokerUrl, resourceId, renew };
    return shared.fetchGrant({ question, asker, isWanted: () => own === attempt });
  };

  const start = async (renew = false): Promise<void> => {
    stop();
    const own = attempt;
    error = undefined;
    place.keep();
    move("start");
    // A listener of the page may have called `destroy()`.
    if (own !== attempt) return;
    draw();
    try {
      const running = await runAttempt(request, shared, {
        askForGrant: () => askForGrant(renew),
        widget: widget.promise,
        isCurrent: () => own === attempt,
        onGranted: () => move("grant"),
        reports,
      });
      // v1 may fail, and a callback of the page may destroy, while it starts.
      if (own === attempt) booking = running;
      else running?.destroy();
    } catch (cause) {
      if (own === attempt) fail(cause);
    }
  };

  const reports: BookingReports = {
    onShown: (slots) => {
      hasRenewed = false;
      retriesLeft = onlineRetries;
      const isFirst = move("show");
      if (state !== "ready") return;
      if (isFirst) draw();
      tell("timekit-embed:availability", { slots });
      if (!isFirst) return;
      ready.resolve();
      tell("timekit-embed:ready", { resourceId: options.resourceId ?? "" });
    },
    onBooked: (booked) => {
      // What an earlier try has left there.
      draw();
      tell("timekit-embed:booked", booked);
    },
    onFailure: ({ call, status, reason, url }) => {
      const isUnauthorized = status === 401;
      if (isUnauthorized && hasRenewed) fail(new LoaderError("widget/unauthorized"));
      else if (call === "booking") failBooking(status, reason);
      else if (isUnauthorized) void start(true);
      else fail(shared.explain(new LoaderError("widget/failed", reason), url));
    },
    onIgnored: tellIgnored,
    onRefused: (option) => fail(new LoaderError("config/bad-option", option)),
    refuse: (option) => new LoaderError("config/bad-option", option),
  };

  /** The form stays as it is, so that nothing that was typed is lost. */
  const failBooking = (status: number, reason: string): void => {
    place.parts?.showStatus({ content: "bookingFailed", fallbackUrl: options.fallbackUrl }, "above");
    tellError(new LoaderError("widget/failed", reason));
    const own = attempt;
    if (status === 401)
      askForGrant(true).then(
        (grant) => own === attempt && booking?.useToken(grant),
        (cause: unknown) => own === attempt && fail(cause),
      );
  };

  const look = (): void => {
    // What has failed early is shown when its place is parsed; only a missing place is looked for no longer.
    if (place.target || state === "destroyed" || error?.code === "config/no-target") return;
    try {
      const parts = place.find();
      if (!parts || !place.target) return;
      draw();
      widget.resolve(parts.widget);
      if (options.lazy && state === "waiting") stopWaiting = whenNear(place.target, () => void start());
      parts.announce();
    } catch (cause) {
      fail(cause);
    }
  };

  const retry = (): void => {
    if (state !== "failed") return;
    ready = createDeferred();
    void start();
    look();
  };

  const destroy = (): void => {
    if (!move("destroy")) return;
    stop();
    place.remove();
    ready.reject(new LoaderError("embed/destroyed"));
    shared.onDestroyed(handle);
  };

  const embed: Embed = {
    resourceId: options.resourceId,
    get target() {
      return place.target ?? null;
    },
    get state() {
      return state;
    },
    get ready() {
      return ready.promise;
    },
    get widget() {
      return state === "ready" ? (booking?.instance ?? null) : null;
    },
    retry,
    destroy,
  };
  const begin = (): void => {
    look();
    // The network need not wait for the parser.
    if (state === "waiting" && !options.lazy) void start();
  };
  const handle: EmbedHandle = { asker, embed, look, begin, isLost: place.isLost, withdraw: place.withdraw };
  return handle;
};
