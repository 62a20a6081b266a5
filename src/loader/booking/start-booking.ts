import type { BookingReports, BookingRequest, RunningBooking } from "../vendor.ts";
import { adoptInShadow } from "./adopt-styles.ts";
import { makeAccessible } from "./accessible-calendar.ts";
import { createToColour } from "./allowed-options.ts";
import { pickWidget } from "./answers.ts";
import type { BookingInstance, JQuery } from "./booking-js.ts";
import { buildConfig, describeResource } from "./build-config.ts";
import { wrapCallbacks } from "./callbacks.ts";
import { chooseCalendarWords } from "./calendar-words.ts";
import { guardSdk } from "./guard-sdk.ts";
import type { FormKeys } from "./listeners.ts";
import { prefillFields } from "./prefill.ts";
import { redraw, watchOpening, watchScreen } from "./screen.ts";
import { createWatchdog } from "./watchdog.ts";

/** Booking.js v1 and the jQuery that only it uses. */
export interface BookingJs {
  readonly Booking: new () => BookingInstance;
  readonly jQuery: JQuery;
}

/** What all calendars of a document share. */
export interface InDocument {
  /** The style elements that v1 has added to the document. */
  readonly styles: readonly HTMLStyleElement[];
  /** Gives a calendar its part in the keys of the document. */
  readonly joinKeys: (document: Document) => FormKeys;
}

/**
 * Starts Booking.js v1 in the element: a new instance each time, since one that has failed once reports no
 * later failure. `init()` says nothing of what happens; the calls to Timekit and the screen do.
 * @throws what `refuse` makes of an option that cannot be accepted.
 */
export const startBooking = (
  { Booking, styles, joinKeys }: Pick<BookingJs, "Booking"> & InDocument,
  request: BookingRequest,
  reports: BookingReports,
): RunningBooking => {
  const { element, grant, baseUrl } = request;
  const context = { baseUrl, toColour: createToColour(element) };
  const config = buildConfig({ ...request, ...context }, reports);
  const instance = new Booking();
  const keys = joinKeys(element.ownerDocument);
  const dropStyles = adoptInShadow(styles, element);
  const fail = (reason: string): void => reports.onFailure({ call: "availability", status: 0, reason });
  const watchdog = createWatchdog(fail);
  const accessible = makeAccessible(element, instance, chooseCalendarWords(request.lang, request.words));
  const screen = watchScreen(element, {
    onShown: (slots) => {
      watchdog.stop();
      accessible.onShown();
      reports.onShown(slots);
    },
    onErrorScreen: () => fail("it shows its error screen"),
  });

  /** Calls may end after v1 was taken away: of them only a booking still matters. */
  let isOver = false;
  guardSdk(instance.timekitSdk, {
    prefetched: request.prefetched,
    pickWidget: (answer) =>
      pickWidget(answer, {
        ...context,
        granted: describeResource(grant.resource, baseUrl),
        prefill: (options) => prefillFields(options, request.prefill, config),
        onIgnored: reports.onIgnored,
        onRefused: (option) => {
          screen.expectError();
          if (!isOver) reports.onRefused(option);
        },
      }),
    onAsked: watchdog.onAsked,
    onHeard: watchdog.onHeard,
    isOver: () => isOver,
    onSlots: (slots) => {
      if (!isOver) screen.expectSlots(slots);
    },
    onBooked: reports.onBooked,
    onFailure: (failure) => {
      if (isOver) return;
      screen.expectError();
      reports.onFailure(failure);
    },
  });
  const callbacks = wrapCallbacks(config["callbacks"], keys);
  instance.init({ ...config, callbacks, targetEl: element });
  const stopOpening = watchOpening(element, () => redraw(instance));

  return {
    instance,
    useToken: ({ resource, token }) => instance.timekitSdk.setUser(resource.email, token),
    destroy: () => {
      isOver = true;
      watchdog.stop();
      stopOpening();
      screen.stop();
      accessible.stop();
      try {
        // v1's own destroy() leaves FullCalendar's handlers on the window.
        instance.fullCalendar("destroy");
      } catch {
        // It failed before there was a calendar.
      }
      // Without a configuration v1's would look for an element of the page, and throw where there is none.
      if ("targetEl" in instance.getConfig()) instance.destroy();
      element.replaceChildren();
      dropStyles();
      element.className = "";
      keys.remove();
    },
  };
};
