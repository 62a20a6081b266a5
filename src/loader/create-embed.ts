import type { Grant } from "../contract/grant.ts";
import type { SdkFailure } from "./booking/guard-sdk.ts";
import type { RunningBooking } from "./booking/start-booking.ts";
import { createDeferred } from "./deferred.ts";
import type { Embed } from "./embed.ts";
import { isOwnersMistake, LoaderError, toLoaderError } from "./errors.ts";
import { emit, type EmbedEvents } from "./events.ts";
import { next, type LifecycleEvent, type State } from "./lifecycle.ts";
import type { Undo } from "./page.ts";
import type { Place } from "./place.ts";
import type { PlainObject } from "./plain-object.ts";
import { runAttempt } from "./run-attempt.ts";
import type { Vendor } from "./scripts/load-vendor.ts";
import type { Words } from "./parts/words.ts";

/** What one embed needs of the loader. */
export interface EmbedNeeds {
  readonly resourceId: string | undefined;
  readonly fallbackUrl: string | undefined;
  readonly words: Words;
  readonly baseUrl: string;
  /** The checked options of v1. @throws LoaderError for the first option that is wrong. */
  readonly readConfig: () => PlainObject;
  readonly place: Place;
  readonly askForGrant: (request: { readonly renew: boolean; readonly signal: AbortSignal }) => Promise<Grant>;
  readonly loadVendor: () => Promise<Vendor>;
  /** Prints an error for the owner. */
  readonly report: (error: LoaderError) => void;
  readonly onDestroyed: () => void;
}

/** Drives one calendar from `waiting` to `destroyed`; never throws. */
export const createEmbed = (needs: EmbedNeeds): Embed => {
  const { place, words } = needs;
  let state: State = "waiting";
  let ready = createDeferred();
  let attempt = new AbortController();
  let booking: RunningBooking | undefined;
  let hasRenewed = false;

  const tell = <Name extends keyof EmbedEvents>(name: Name, detail: EmbedEvents[Name]): void =>
    emit(place.eventTarget(), name, detail);

  const move = (event: LifecycleEvent): boolean => {
    const from = state;
    state = next(state, event);
    if (state !== from) tell("timekit-embed:state", { from, to: state });
    return state !== from;
  };

  const stop: Undo = () => {
    attempt.abort();
    booking?.destroy();
    booking = undefined;
  };

  const tellError = (error: LoaderError): void => {
    const { code, message, retryable, requestId } = error;
    needs.report(error);
    tell("timekit-embed:error", { code, message, retryable, ...(requestId && { requestId }) });
  };

  const fail = (error: LoaderError): void => {
    if (!move("fail")) return;
    stop();
    place.conceal({
      kind: "failed",
      text: words.failed,
      onRetry: isOwnersMistake(error.code) ? undefined : retry,
      fallbackUrl: needs.fallbackUrl,
    });
    ready.reject(error);
    tellError(error);
  };

  const start = async (renew: boolean): Promise<void> => {
    stop();
    const { signal } = (attempt = new AbortController());
    place.conceal({ kind: "loading" });
    move("start");
    try {
      const config = needs.readConfig();
      const running = await runAttempt(
        {
          askForGrant: () => needs.askForGrant({ renew, signal }),
          loadVendor: needs.loadVendor,
          element: place.widget,
          config,
          baseUrl: needs.baseUrl,
          signal,
          onGranted: () => move("grant"),
        },
        { onShown, onFailure, onBooked: (booked) => tell("timekit-embed:booked", booked) },
      );
      // v1 may fail, and an owner's callback may destroy, while it starts.
      if (signal.aborted) running?.destroy();
      else booking = running;
    } catch (error) {
      if (!signal.aborted) fail(toLoaderError(error, "widget/failed"));
    }
  };

  const onShown = (slots: number): void => {
    hasRenewed = false;
    const isFirst = state === "loading";
    if (isFirst) place.reveal();
    move("show");
    tell("timekit-embed:availability", { slots });
    if (!isFirst) return;
    ready.resolve();
    tell("timekit-embed:ready", { resourceId: needs.resourceId ?? "" });
  };

  const onFailure = ({ call, status }: SdkFailure): void => {
    const isUnauthorized = status === 401;
    if (isUnauthorized && hasRenewed) return fail(new LoaderError("widget/unauthorized"));
    const error = new LoaderError("widget/failed", { subject: status ? `status ${status}` : "no answer" });
    if (call === "availability") {
      if (!isUnauthorized) return fail(error);
      hasRenewed = true;
      void start(true);
      return undefined;
    }
    // The form stays as it is, so that nothing that was typed is lost.
    place.say({ kind: "failed", text: words.bookingFailed, fallbackUrl: needs.fallbackUrl });
    tellError(error);
    if (isUnauthorized) void renewInPlace();
    return undefined;
  };

  const renewInPlace = async (): Promise<void> => {
    hasRenewed = true;
    const { signal } = attempt;
    try {
      const { resource, token } = await needs.askForGrant({ renew: true, signal });
      booking?.useToken(resource.email, token);
    } catch (error) {
      if (!signal.aborted) fail(toLoaderError(error, "broker/failed"));
    }
  };

  const retry = (): void => {
    if (state !== "failed") return;
    hasRenewed = false;
    ready = createDeferred();
    begin();
  };

  const destroy = (): void => {
    if (state === "destroyed") return;
    stop();
    ready.reject(new LoaderError("embed/destroyed"));
    move("destroy");
    place.leave();
    needs.onDestroyed();
  };

  const begin = (): void => place.arrive({ onReady: () => void start(false), onFailure: fail });

  begin();
  return {
    resourceId: needs.resourceId,
    get target() {
      return place.target();
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
};
