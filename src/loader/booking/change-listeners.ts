import type { JQueryEvents } from "./booking-js.ts";

/** Has jQuery listen to something else, or by another name, wherever it is told to listen or to stop. */
export const changeListeners = (
  events: JQueryEvents,
  change: (target: object, types: unknown) => readonly [target: object, types: unknown],
): void => {
  const { add, remove } = events;
  Object.assign(events, {
    add: (target, types, ...listener) => add(...change(target, types), ...listener),
    remove: (target, types, ...listener) => remove(...change(target, types), ...listener),
  } satisfies JQueryEvents);
};
