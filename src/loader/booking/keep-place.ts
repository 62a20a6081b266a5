import { builtIn, type Undo } from "../page.ts";
import type { Place } from "../vendor.ts";
import type { OldLines } from "./old-lines.ts";

/** One start of v1 changes its target about five times; more than a few starts are a loop. */
const rounds = 20;

/** What v1 puts directly into its target; what the page itself has there is set aside and comes back. */
const oldParts =
  /(^|\s)bookingjs-(loading|calendar|avatar|displayname|timezonehelper|bookpage|error|poweredby|ribbon-wrapper)(\s|$)/;

/**
 * Takes away what the page's own Booking.js has drawn into the target, and the class that it gives it. Says whether
 * there was anything.
 */
const removeOldCalendar = ({ target, held }: Pick<Place, "target" | "held">): boolean => {
  const isOld = (child: ChildNode): boolean =>
    child instanceof Element && oldParts.test(builtIn(child, "getAttribute")("class") ?? "");
  const old = [...builtIn(target, "childNodes")].filter(isOld);
  for (const child of old) builtIn(child, "remove")();
  // What it had drawn before our elements came would come back with the rest.
  const kept = held.filter((child) => !isOld(child));
  const isFound = old.length > 0 || kept.length < held.length;
  held.splice(0, held.length, ...kept);
  if (isFound) builtIn(target, "classList").remove("bookingjs");
  return isFound;
};

/**
 * Keeps our elements in the target: v1's old lines empty it and draw into it, in whatever order they run. This is
 * put right before the browser paints. What others do with our elements is their right, and only reported.
 */
export const keepPlace = (place: Place, oldLines: OldLines): Undo => {
  const { target, isTrusted, isRemoved, putBack, onOusted, onRemoved, onOldLines } = place;
  const classes = builtIn(target, "classList");
  const hadClass = classes.contains("bookingjs");
  let roundsLeft = rounds;

  const check = (): void => {
    // With a remote configuration v1 empties its target long before it draws.
    const isEmptied = isRemoved() && !hadClass && classes.contains("bookingjs");
    if (removeOldCalendar(place) || isEmptied) {
      classes.remove("bookingjs");
      if (isRemoved()) putBack();
      observer.takeRecords();
      // What a stranger's container holds may only look like one.
      if (isTrusted) oldLines.onSeen();
      roundsLeft -= 1;
      if (roundsLeft > 0) return;
      observer.disconnect();
      onOusted();
    } else if (isRemoved())
      // Frameworks take out what they move, and have it back in the same task.
      setTimeout(() => {
        if (isRemoved()) onRemoved();
      });
  };
  const observer = new MutationObserver(check);
  observer.observe(target, { childList: true });
  oldLines.keep(place.held);
  // The other one may be there already.
  check();
  const stopTelling = oldLines.onFound(onOldLines);
  return () => {
    observer.disconnect();
    stopTelling();
  };
};
