import { builtIn, type Undo } from "../page.ts";

export interface TurboCacheWatch {
  /** Calendars are out of the page then, and alive. */
  readonly isSnapshotting: boolean;
  readonly stop: Undo;
}

/**
 * Takes calendars out of the page while Turbo copies it for its cache: it says so before, and copies in the next task
 * (https://turbo.hotwired.dev/handbook/building#preparing-the-page-to-be-cached). A copied calendar would be dead.
 */
export const watchTurboCache = (document: Document, detach: () => Undo): TurboCacheWatch => {
  let isSnapshotting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onBeforeCache = (): void => {
    isSnapshotting = true;
    const putBack = detach();
    timer = setTimeout(() => {
      timer = setTimeout(() => {
        isSnapshotting = false;
        putBack();
      });
    });
  };
  builtIn(document, "addEventListener")("turbo:before-cache", onBeforeCache);
  return {
    get isSnapshotting() {
      return isSnapshotting;
    },
    stop: () => {
      builtIn(document, "removeEventListener")("turbo:before-cache", onBeforeCache);
      clearTimeout(timer);
    },
  };
};
