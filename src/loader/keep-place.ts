import { builtIn } from "./built-in.ts";
import type { Undo } from "./page.ts";
import type { Parts } from "./parts/create-parts.tsx";

export interface PlaceReports {
  /** A Booking.js of the page has drawn into the target, and its calendar was put out. */
  readonly onOldCalendar: () => void;
  /** It has come back so often that it gets the place. */
  readonly onOusted: () => void;
  /** Somebody else has taken our elements away. */
  readonly onRemoved: () => void;
}

/** One start of v1 changes its target about five times; more than a few starts are a loop. */
const rounds = 20;

/** What v1 puts directly into its target; what the page itself has there is set aside and comes back. */
const oldParts =
  /(^|\s)bookingjs-(loading|calendar|avatar|displayname|timezonehelper|bookpage|error|poweredby|ribbon-wrapper)(\s|$)/;

/**
 * Takes away what the page's own Booking.js has drawn into the target, and the class that it gives it. Says whether
 * there was anything.
 */
export const putOutOldCalendar = (target: Element): boolean => {
  const old = [...builtIn(target, "children")].filter((child) =>
    oldParts.test(builtIn(child, "getAttribute")("class") ?? ""),
  );
  for (const child of old) builtIn(child, "remove")();
  if (old.length) builtIn(target, "classList").remove("bookingjs");
  return old.length > 0;
};

/** Whether our elements are no longer in the target, nor anywhere else in a document. */
export const isRemoved = (target: Element, { widget }: Parts): boolean =>
  !builtIn(target, "contains")(widget) && !widget.isConnected;

/**
 * Keeps our elements in the target: v1's old lines empty it and draw into it, in whatever order they run. This is
 * put right before the browser paints. What others do with our elements is their right, and only reported.
 */
export const keepPlace = (target: Element, parts: Parts, reports: PlaceReports): Undo => {
  const classes = builtIn(target, "classList");
  const hadClass = classes.contains("bookingjs");
  let roundsLeft = rounds;

  const check = (): void => {
    // With a remote configuration v1 empties its target long before it draws.
    const isEmptied = isRemoved(target, parts) && !hadClass && classes.contains("bookingjs");
    if (putOutOldCalendar(target) || isEmptied) {
      classes.remove("bookingjs");
      if (isRemoved(target, parts)) parts.putBack();
      observer.takeRecords();
      reports.onOldCalendar();
      roundsLeft -= 1;
      if (roundsLeft > 0) return;
      observer.disconnect();
      reports.onOusted();
    } else if (isRemoved(target, parts))
      // Frameworks take out what they move, and have it back in the same task.
      setTimeout(() => {
        if (isRemoved(target, parts)) reports.onRemoved();
      });
  };
  const observer = new MutationObserver(check);
  observer.observe(target, { childList: true });
  // After a retry the other one may be there.
  check();
  return () => observer.disconnect();
};
