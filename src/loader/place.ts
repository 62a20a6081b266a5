import type { FoundTarget } from "./config/find-target.ts";
import { createDeferred } from "./deferred.ts";
import { toLoaderError, type LoaderError } from "./errors.ts";
import type { Undo } from "./page.ts";
import type { Parts } from "./parts/create-parts.tsx";
import type { StatusContent } from "./parts/status.tsx";

export interface PlaceNeeds {
  readonly isLazy: boolean;
  /** Where events go while there is no target. */
  readonly origin: EventTarget;
  /** Undefined while it may still be parsed. @throws LoaderError */
  readonly findTarget: () => FoundTarget | undefined;
  /** Called once with the target that was found. */
  readonly claimTarget: (target: Element) => void;
  readonly createParts: (target: Element) => Parts;
  /** Calls back whenever the page has grown while it is being parsed, the last time when it is parsed. */
  readonly whileParsing: (look: () => void) => Undo;
  readonly whenNear: (target: Element, onNear: () => void) => Undo;
}

/** Where an embed stands in the page: the target, awaited where need be, and our three elements in it. */
export interface Place {
  readonly target: () => Element | null;
  readonly eventTarget: () => EventTarget;
  /** The element for v1; resolves with the target. */
  readonly widget: Promise<HTMLElement>;
  /** Finds the target and calls back when it is time to start: at once, or when a lazy target is near. */
  readonly arrive: (reports: { onReady: () => void; onFailure: (error: LoaderError) => void }) => void;
  /** Hides the widget behind a status of the reserved height. */
  readonly conceal: (content: StatusContent) => void;
  /** Shows the widget alone. */
  readonly reveal: () => void;
  /** Says something above the widget. */
  readonly say: (content: StatusContent) => void;
  readonly leave: Undo;
}

/** Creates the place of one embed; nothing happens before `arrive()`. */
export const createPlace = (needs: PlaceNeeds): Place => {
  const widget = createDeferred<HTMLElement>();
  let found: FoundTarget | undefined;
  let parts: Parts | undefined;
  let content: StatusContent = { kind: "empty" };
  let isRevealed = false;
  let stopWaiting: Undo = () => undefined;

  const draw = (): void => {
    parts?.showWidget(isRevealed);
    parts?.showStatus(content);
  };

  const settle = (target: FoundTarget): void => {
    parts = needs.createParts(target.element);
    found = target;
    needs.claimTarget(target.element);
    draw();
    widget.resolve(parts.widget);
  };

  return {
    target: () => found?.element ?? null,
    eventTarget: () => found?.element ?? needs.origin,
    widget: widget.promise,
    arrive: ({ onReady, onFailure }) => {
      let isHopeless = false;
      const look = (): void => {
        try {
          const target = found ?? needs.findTarget();
          if (!target) return;
          stopWaiting();
          if (!found) settle(target);
          if (needs.isLazy) stopWaiting = needs.whenNear(target.element, onReady);
        } catch (error) {
          stopWaiting();
          isHopeless = true;
          onFailure(toLoaderError(error, "config/no-target"));
        }
      };
      stopWaiting = needs.whileParsing(look);
      look();
      // The network need not wait for the parser.
      if (!needs.isLazy && !isHopeless) onReady();
    },
    conceal: (next) => {
      content = next;
      isRevealed = false;
      draw();
    },
    reveal: () => {
      content = { kind: "empty" };
      isRevealed = true;
      draw();
    },
    say: (next) => {
      content = next;
      draw();
    },
    leave: () => {
      stopWaiting();
      parts?.remove();
      if (found?.isOurs) found.element.remove();
    },
  };
};
