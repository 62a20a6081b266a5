import type { JQueryEvents } from "./booking-js.ts";
import { changeListeners } from "./change-listeners.ts";
import { isDocument } from "./is-document.ts";

/**
 * Keeps what the private jQuery knows of its listeners away from the page. jQuery keeps it in a property of what is
 * listened to, so that `$(window).on("resize")` leaves one on the page's window. For a window and a document an
 * object of ours stands in, which only passes on that somebody listens. jQuery hands it to the listeners as `this`
 * and `currentTarget`, for which v1 never asks there; nor does it delegate from there, for which this would not do.
 */
export const keepListenersApart = (events: JQueryEvents): void => {
  const standIns = new WeakMap<object, Listenable>();
  const find = (target: object): object => {
    if (!isPageWide(target)) return target;
    const standIn = standIns.get(target) ?? {
      addEventListener: (type, listener) => target.addEventListener(type, listener),
      removeEventListener: (type, listener) => target.removeEventListener(type, listener),
    };
    standIns.set(target, standIn);
    return standIn;
  };
  changeListeners(events, (target, types) => [find(target), types]);
};

interface Listenable {
  addEventListener(type: string, listener: EventListener): void;
  removeEventListener(type: string, listener: EventListener): void;
}

const isPageWide = (target: object): target is Window | Document =>
  ("window" in target && target.window === target) || isDocument(target);
